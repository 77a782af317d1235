package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Required;

/** Records in records, and the paths into them. */
@WithAndWithoutPushDown
class EmbeddedTest {

    enum Floor {
        GROUND,
        FIRST
    }

    record Place(
            double latitude,
            @Nullable Integer height,
            @Nullable Floor floor) {}

    record Address(
            @Required String street,
            @Nullable String city,
            @Nullable Place place) {}

    record Customer(long id, String name, @Nullable Address home) {}

    record Sign(String name, String city) {}

    interface Customers extends CrudRepository<Customer, Long> {

        @Find
        @OrderBy("home.place.latitude")
        List<Customer> livingIn(@By("home.city") String city);

        @Find
        List<Customer> alsoLivingIn(@By("home_city") String city);

        @Find
        @OrderBy(value = "home.city", descending = true)
        @OrderBy("home.street")
        List<Customer> onFloor(@By("home.place.floor") Floor floor);

        @Query("where home.place.height > :metres or home.city = 'Rom' order by home.place.height desc, id")
        List<Customer> highOrInRome(int metres);

        @Query("where home.place.floor = FIRST and home.place.latitude between 1 and 60")
        List<Customer> onFirstFloor();

        @Query("where home.city is null")
        List<Customer> withoutCity();

        @Query("select home.city where home.city is not null order by home.city")
        List<String> cities();

        @Query("select home where id = ?1")
        Optional<Address> home(long id);

        @Query("select name, home.city where id = ?1")
        Sign sign(long id);

        @Query("update Customer set home.city = :to where home.city = :from")
        long move(String from, String to);

        @Delete
        long leave(@By("home.city") String city);

        @Find
        List<Customer> sorted(Order<Customer> order);

        @Find
        CursoredPage<Customer> pages(PageRequest page, Order<Customer> order);
    }

    private final Stowage stowage;
    private final Customers customers;

    private final Customer ada =
            new Customer(1, "Ada", new Address("A Street", "Ulm", new Place(48.4, 478, Floor.FIRST)));
    private final Customer bob =
            new Customer(2, "Bob", new Address("B Street", "Ulm", new Place(9, null, Floor.FIRST)));
    private final Customer cy = new Customer(3, "Cy", new Address("C Street", "Rom", null));
    private final Customer dot = new Customer(4, "Dot", new Address("", null, new Place(-1.5, 2000, null)));
    private final Customer eve = new Customer(5, "Eve", null);

    EmbeddedTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        customers = stowage.repository(Customers.class);
    }

    @BeforeEach
    void insertAll() {
        customers.insertAll(List.of(ada, bob, cy, dot, eve));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void keepsWhatIsEmbeddedWholeInPartOrNotAtAll() {
        try (var all = customers.findAll()) {
            assertThat(all).containsExactly(ada, bob, cy, dot, eve);
        }
    }

    @Test
    void findsByPathsAtEveryDepth() {
        assertThat(customers.livingIn("Ulm")).containsExactly(bob, ada);
        assertThat(customers.alsoLivingIn("Ulm")).containsExactly(ada, bob);
        assertThat(customers.onFloor(Floor.FIRST)).containsExactly(ada, bob);
    }

    @Test
    void queriesByPathsAtEveryDepth() {
        assertThat(customers.highOrInRome(100)).containsExactly(dot, ada, cy);
        assertThat(customers.onFirstFloor()).containsExactly(ada, bob);
    }

    @Test
    void takesAPathThroughNothingForNull() {
        assertThat(customers.withoutCity()).containsExactly(dot, eve);
        assertThat(customers.sorted(Order.by(Sort.asc("home.place.height"), Sort.desc("id"))))
                .containsExactly(eve, cy, bob, ada, dot);
        assertThat(customers.sorted(Order.by(Sort.desc("home.city"), Sort.asc("home.place.latitude"))))
                .containsExactly(bob, ada, cy, eve, dot);
    }

    @Test
    void handsOutWhatIsEmbeddedAndPartsOfIt() {
        assertThat(customers.cities()).containsExactly("Rom", "Ulm", "Ulm");
        assertThat(customers.home(2)).contains(new Address("B Street", "Ulm", new Place(9, null, Floor.FIRST)));
        assertThat(customers.sign(3)).isEqualTo(new Sign("Cy", "Rom"));
    }

    @Test
    void changesAPartAndLeavesTheOthers() {
        assertThat(customers.move("Ulm", "Bonn")).isEqualTo(2);
        assertThat(customers.findById(1L))
                .contains(new Customer(
                        1, "Ada", new Address("A Street", "Bonn", ada.home().place())));
        assertThat(customers.findById(3L)).contains(cy);
    }

    @Test
    void deletesByAPath() {
        assertThat(customers.leave("Ulm")).isEqualTo(2);
        assertThat(customers.leave("Ulm")).isZero();
        assertThat(customers.livingIn("Rom")).containsExactly(cy);
    }

    @Test
    void pagesByCursorAlongPaths() {
        Order<Customer> order = Order.by(Sort.desc("home.city"), Sort.asc("home.place.height"));
        List<Customer> seen = new ArrayList<>();
        CursoredPage<Customer> page = customers.pages(PageRequest.ofSize(2), order);
        seen.addAll(page.content());
        while (page.hasNext()) {
            page = customers.pages(page.nextPageRequest(), order);
            seen.addAll(page.content());
        }
        assertThat(seen).containsExactly(bob, ada, cy, eve, dot);
    }

    @Test
    void refusesNullWhereAPartIsRequired() {
        assertThatThrownBy(() -> customers.insert(new Customer(9, "Zoe", new Address(null, "Ulm", null))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'Address.street' is null and must not be")
                .hasMessageContaining("'Customer'");
        assertThat(customers.findById(9L)).isEmpty();
    }

    interface Misspelt extends CrudRepository<Customer, Long> {

        @Find
        List<Customer> living(@By("home.ciyt") String city);

        @Query("where home.place.hieght > 3")
        List<Customer> high();

        @Find
        List<Customer> at(@By("home") Address home);
    }

    @Test
    void namesTheNearestPartForAWrongPath() {
        assertThatThrownBy(() -> stowage.repository(Misspelt.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("did you mean 'home.city'?")
                .hasMessageContaining("hieght")
                .hasMessageContaining("ask for an attribute within it");
        assertThatThrownBy(() -> customers.sorted(Order.by(Sort.asc("home"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("has no order");
    }
}
