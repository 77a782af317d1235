package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;
import org.stowage.entity.Generated;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;
import org.stowage.entity.Version;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.ErrorContext;

/** What an application sees of a provider through repositories: what is done above every provider, on this one. */
abstract class ApplicationTopic extends Topic {

    private static final int CONFLICTS = 3;

    /** An article of a shop. */
    record Article(
            @Generated long id,
            String name,
            @Unique long place,
            @Scale(2) @Nullable BigDecimal price,
            @Nullable LocalDate day,
            @Nullable LocalDateTime moment,
            @Version long version) {

        static Article named(String name, long place) {
            return new Article(0, name, place, null, null, null, 0);
        }

        Article priced(String amount) {
            return new Article(id, name, place, new BigDecimal(amount), day, moment, version);
        }
    }

    /** The articles. */
    @Repository
    interface Articles extends CrudRepository<Article, Long> {

        @Query("update Article set place = place - 1")
        long moveUp();

        @Query("where day <= local date and moment <= local datetime")
        List<Article> until();

        @Query("where name = ?1")
        List<Article> named(@Nullable String name);
    }

    private Stowage stowage;
    private Articles articles;

    ApplicationTopic(ProviderHarness harness) {
        super(harness);
    }

    @BeforeEach
    void start() {
        String place =
                harness().location(folder()).map(location -> ":" + location).orElse("");
        stowage = Stowage.builder()
                .registry(ProviderRegistry.builder().provider(asserting()).build())
                .store(
                        "*",
                        harness().provider().info().name() + place,
                        harness().options())
                .open();
        articles = stowage.repository(Articles.class);
    }

    @AfterEach
    void stop() {
        stowage.close();
    }

    @Test
    @Proves(Rule.GENERATED_IDS)
    void neverGivesAnIdTwice() {
        Article first = articles.insert(Article.named("first", 1));
        Article second = articles.insert(Article.named("second", 2));
        articles.delete(second);
        if (lasting()) {
            stop();
            start();
        }
        Article third = articles.insert(Article.named("third", 3));

        assertThat(List.of(first.id(), second.id(), third.id())).containsExactly(1L, 2L, 3L);
    }

    @Test
    @Proves(Rule.VERSIONS)
    void countsVersions() {
        Article inserted = articles.insert(Article.named("a", 1));
        Article updated = articles.update(inserted);
        Article saved = articles.save(updated);

        assertThat(List.of(inserted.version(), updated.version(), saved.version()))
                .containsExactly(0L, 1L, 2L);
        assertThatThrownBy(() -> articles.update(inserted)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(articles.findById(inserted.id())).contains(saved);
    }

    @Test
    @Proves(Rule.DECLARED_SCALE)
    void restoresTheDeclaredScaleAndNeverRounds() {
        Article inserted = articles.insert(Article.named("a", 1).priced("12.5"));

        assertThat(articles.findById(inserted.id()).orElseThrow().price()).isEqualTo(new BigDecimal("12.50"));
        assertThatThrownBy(() -> articles.update(inserted.priced("0.125"))).hasMessageContaining("0.125");
        assertThat(articles.findById(inserted.id())).map(Article::price).contains(new BigDecimal("12.50"));
    }

    @Test
    @Proves(Rule.BULK)
    void changesInBulkInTheOrderOfTheKeys() {
        // Each takes the place that the one before it has given up; in any other order two would clash.
        for (long place = 1; place <= 5; place++) {
            articles.insert(Article.named("moving", place));
        }

        assertThat(articles.moveUp()).isEqualTo(5);
        assertThat(articles.named("moving")).extracting(Article::place).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(articles.named("moving")).extracting(Article::version).containsOnly(1L);
    }

    @Test
    @Proves(Rule.NULL_PARAMETER)
    void findsNothingByANullArgument() {
        articles.insert(Article.named("a", 1));

        assertThat(articles.named(null)).isEmpty();
        assertThat(articles.named("a")).hasSize(1);
    }

    @Test
    @Proves(Rule.LOCAL_IS_UTC)
    void takesTheLocalTimeOfUtc() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        // As far apart as they can be: no time zone is less than half an hour away from another.
        articles.insert(dated("past", now.minusMinutes(29)));
        articles.insert(dated("future", now.plusMinutes(29)));

        assertThat(articles.until()).extracting(Article::name).containsExactly("past");
    }

    private static Article dated(String name, LocalDateTime moment) {
        return new Article(0, name, moment.getMinute(), null, moment.toLocalDate(), moment, 0);
    }

    @Test
    @Proves(Rule.NESTED)
    void takesATransactionWithinAnotherForAPartOfIt() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    articles.insert(Article.named("outer", 1));
                    stowage.inTransaction(() -> articles.insert(Article.named("inner", 2)));
                    throw new IllegalStateException("the outer one fails");
                }))
                .hasMessageContaining("the outer one fails");
        assertThat(articles.findAll()).isEmpty();

        stowage.inTransaction(() -> {
            articles.insert(Article.named("outer", 1));
            stowage.inTransaction(() -> articles.insert(Article.named("inner", 2)));
        });
        assertThat(articles.findAll()).extracting(Article::name).containsExactly("outer", "inner");
    }

    @Test
    @Proves({Rule.ABORTED, Rule.ERROR_CHANGES_NOTHING})
    void keepsNothingOfATransactionInWhichSomethingFailed() {
        articles.insert(Article.named("there", 1));
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    articles.insert(Article.named("also", 2));
                    try {
                        articles.insert(Article.named("clashes", 1));
                    } catch (EntityExistsException e) {
                        // The application goes on as if nothing had been.
                    }
                }))
                .isNotInstanceOf(AssertionError.class);

        assertThat(articles.findAll()).extracting(Article::name).containsExactly("there");
    }

    @Test
    @Proves(Rule.RETRY)
    void runsATransactionAgainThatClashed() {
        AtomicInteger runs = new AtomicInteger();
        stowage.inTransaction(() -> {
            articles.insert(Article.named("a", 1));
            if (runs.incrementAndGet() <= CONFLICTS) {
                throw new ConflictException(ErrorContext.of("conformance"), "clashes, for the sake of the test");
            }
        });

        assertThat(runs).hasValue(CONFLICTS + 1);
        assertThat(articles.findAll()).hasSize(1);
    }
}
