package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Generated;
import org.stowage.entity.Required;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;

/** What the annotations of three libraries say of an entity. */
@OnEveryStore
class AnnotationTest {

    private final Stowage stowage;

    AnnotationTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    private EntitySchema schema(String entity) {
        return stowage.storeFor(entity).schema(entity).orElseThrow();
    }

    record Own(
            @org.stowage.entity.Id @Generated long number,
            @Unique String code,
            @Required String name,
            @Nullable @org.stowage.entity.Index String city,
            @Nullable @Scale(2) BigDecimal price,
            @org.stowage.entity.Version int revision) {}

    interface Owns extends CrudRepository<Own, Long> {}

    @Test
    void areOurs() {
        Owns owns = stowage.repository(Owns.class);
        Own first = owns.insert(new Own(0, "a", "A", null, new BigDecimal("1"), 0));
        assertThat(first).isEqualTo(new Own(1, "a", "A", null, new BigDecimal("1.00"), 0));
        assertThat(owns.update(first).revision()).isEqualTo(1);
        assertThatThrownBy(() -> owns.update(first)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> owns.insert(new Own(0, "a", "B", null, null, 0)))
                .isInstanceOf(EntityExistsException.class);
        assertThat(schema("Own").key()).containsExactly("number");
        assertThat(schema("Own").indexes()).containsExactlyInAnyOrder(Index.unique("code"), Index.on("city"));
    }

    @MappedSuperclass
    static class Persisted {
        @Id
        @GeneratedValue
        @Nullable Long number;

        @Version
        int revision;
    }

    @Embeddable
    static class Money {
        @Column(scale = 2)
        @Nullable BigDecimal amount;

        @Nullable String currency;
    }

    @Entity(name = "Article")
    static class PersistentArticle extends Persisted {

        @Column(name = "the_code", unique = true, nullable = false)
        @Nullable String code;

        @Nullable Money price;

        @Transient
        int counted;
    }

    interface PersistentArticles extends BasicRepository<PersistentArticle, Long> {

        @Query("from Article where price.currency = :currency order by code")
        List<PersistentArticle> soldIn(String currency);
    }

    @Test
    void areThoseOfJakartaPersistence() {
        PersistentArticles articles = stowage.repository(PersistentArticles.class);
        PersistentArticle article = new PersistentArticle();
        article.code = "a";
        article.price = new Money();
        article.price.amount = new BigDecimal("2.5");
        article.price.currency = "EUR";
        article.counted = 3;
        PersistentArticle saved = articles.save(article);
        assertThat(saved.number).isEqualTo(1);
        PersistentArticle found = articles.soldIn("EUR").get(0);
        assertThat(found.price.amount).isEqualTo(new BigDecimal("2.50"));
        assertThat(found.counted).isZero();
        assertThat(articles.save(found).revision).isEqualTo(1);
        assertThatThrownBy(() -> articles.save(found)).isInstanceOf(OptimisticLockingFailureException.class);
        PersistentArticle nameless = new PersistentArticle();
        assertThatThrownBy(() -> articles.save(nameless))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("code");
        assertThat(schema("Article").indexes()).containsExactly(Index.unique("code"));
    }

    @Entity
    @Access(AccessType.PROPERTY)
    static class Guarded {
        private String stored = "";

        public String getId() {
            return stored;
        }

        public void setId(String id) {
            stored = id;
        }
    }

    interface Guardeds extends BasicRepository<Guarded, String> {}

    @Test
    void sayThatAccessorsAreMeant() {
        Guardeds guardeds = stowage.repository(Guardeds.class);
        Guarded guarded = new Guarded();
        guarded.setId("x");
        guardeds.save(guarded);
        assertThat(guardeds.findById("x")).isPresent();
        assertThat(schema("Guarded").fields()).hasSize(1);
    }

    @jakarta.nosql.Embeddable
    static class Place {
        @jakarta.nosql.Column
        @Nullable String city;
    }

    @jakarta.nosql.Entity("Visit")
    static class Visited {
        @jakarta.nosql.Id
        @Nullable String visitor;

        @jakarta.nosql.Column("where")
        @Nullable Place place;
    }

    interface Visits extends BasicRepository<Visited, String> {

        @Query("from Visit where place.city = :city")
        List<Visited> in(String city);
    }

    @Test
    void areThoseOfJakartaNoSql() {
        Visits visits = stowage.repository(Visits.class);
        Visited visited = new Visited();
        visited.visitor = "Ada";
        visited.place = new Place();
        visited.place.city = "Ulm";
        visits.save(visited);
        assertThat(visits.in("Ulm").get(0).visitor).isEqualTo("Ada");
        assertThat(schema("Visit").key()).containsExactly("visitor");
    }
}
