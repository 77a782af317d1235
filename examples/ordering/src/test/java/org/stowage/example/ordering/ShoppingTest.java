package org.stowage.example.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.StowageBuilder;
import org.stowage.application.Domain;
import org.stowage.example.ordering.restaurants.Item;
import org.stowage.example.ordering.restaurants.Menu;
import org.stowage.example.ordering.restaurants.Restaurant;
import org.stowage.example.ordering.shopping.Cart;
import org.stowage.example.ordering.shopping.CartLine;
import org.stowage.example.ordering.shopping.CartStatus;
import org.stowage.example.ordering.shopping.NotFoundException;
import org.stowage.example.ordering.shopping.NotPossibleException;
import org.stowage.example.ordering.shopping.Shopping;
import org.stowage.example.ordering.users.User;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.testing.OnEveryProvider;
import org.stowage.testing.Preparation;
import org.stowage.testing.StorePlaces;
import org.stowage.testing.StowageTest;

@StowageTest(preparation = ShoppingTest.Apart.class)
@OnEveryProvider
class ShoppingTest {

    /** A store for each domain. */
    static final class Apart implements Preparation {
        @Override
        public void open(StowageBuilder builder, StorePlaces places) {
            // Where two people wait for each other, a busy machine may keep them for long.
            builder.patience(Duration.ofDays(1));
            for (Domain domain : Ordering.DOMAINS) {
                builder.store(domain.name(), places.url(domain.name()));
                domain.entities().forEach(entity -> builder.route(entity, domain.name()));
            }
        }
    }

    private static final Instant NOW = Instant.parse("2026-03-01T12:30:00.123456789Z");

    private Stowage stowage;
    private Shopping shopping;
    private Restaurant restaurant;
    private User user;
    private Item soup;
    private Item bread;

    @BeforeEach
    void fill() {
        Ordering ordering = new Ordering(stowage, InstantSource.fixed(NOW));
        shopping = ordering.shopping();
        restaurant = ordering.restaurants().insert(new Restaurant(UUID.randomUUID(), "Anker", "Fish", "Kiel"));
        user = ordering.users().insert(new User(UUID.randomUUID(), "Jo", "jo@example.org"));
        Menu menu = ordering.menus().insert(new Menu(UUID.randomUUID(), restaurant.id(), "All day"));
        soup = ordering.items().insert(item(menu, "Soup", "7.90"));
        bread = ordering.items().insert(item(menu, "Bread", "1.05"));
    }

    private static Item item(Menu menu, String name, String price) {
        return new Item(UUID.randomUUID(), menu.id(), name, "", new BigDecimal(price));
    }

    @Test
    void keepsEachDomainInTheStoreOfItsOwn() {
        Ordering ordering = new Ordering(stowage, InstantSource.fixed(NOW));

        assertThat(ordering.domains())
                .allSatisfy(
                        domain -> assertThat(ordering.storeOf(domain).name()).isEqualTo(domain.name()));
        assertThat(stowage.store("users").schemas())
                .extracting(EntitySchema::name)
                .containsExactly("User");
    }

    @Test
    void opensAnEmptyCartForARestaurantAndAUserThatExist() {
        Cart cart = shopping.open(restaurant.id(), user.id());

        assertThat(shopping.load(cart.id())).isEqualTo(cart);
        assertThat(cart.lines()).isEmpty();
        assertThat(cart.createdAt()).isEqualTo(NOW);
        assertThat(cart.total()).isEqualTo("0.00");
    }

    @Test
    void opensNoCartForARestaurantOrAUserThatIsMissing() {
        UUID nobody = UUID.randomUUID();

        assertThatThrownBy(() -> shopping.open(nobody, user.id()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no restaurant '%s'", nobody);
        assertThatThrownBy(() -> shopping.open(restaurant.id(), nobody))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no user '%s'", nobody);
        assertThat(shopping.of(user.id())).isEmpty();
    }

    @Test
    void addsItemsAndComputesTheTotal() {
        Cart cart = shopping.open(restaurant.id(), user.id());
        shopping.add(cart.id(), soup.id(), 2);
        shopping.add(cart.id(), bread.id(), 1);
        shopping.add(cart.id(), soup.id(), 1);

        Cart stored = shopping.load(cart.id());
        assertThat(stored.lines()).extracting(CartLine::name).containsExactly("Soup", "Bread");
        assertThat(stored.lines()).extracting(CartLine::quantity).containsExactly(3, 1);
        assertThat(stored.total()).isEqualTo("24.75");
        assertThat(stored.lines().get(0).total()).isEqualTo("23.70");
    }

    @Test
    void keepsThePriceOfTheMomentAtWhichAnItemWasAdded() {
        Cart cart = shopping.open(restaurant.id(), user.id());
        shopping.add(cart.id(), soup.id(), 1);
        Ordering ordering = new Ordering(stowage, InstantSource.fixed(NOW));
        ordering.items().save(new Item(soup.id(), soup.menuId(), "Soup", "", new BigDecimal("99.00")));

        assertThat(shopping.load(cart.id()).total()).isEqualTo("7.90");
    }

    @Test
    void refusesAQuantityThatIsNone() {
        Cart cart = shopping.open(restaurant.id(), user.id());
        shopping.add(cart.id(), soup.id(), 2);

        for (int quantity : new int[] {0, -1, 98, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> shopping.add(cart.id(), soup.id(), quantity))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be between 1 and 99");
        }
        assertThat(shopping.load(cart.id()).lines())
                .extracting(CartLine::quantity)
                .containsExactly(2);
    }

    @Test
    void removesAnItem() {
        Cart cart = shopping.open(restaurant.id(), user.id());
        shopping.add(cart.id(), soup.id(), 2);
        shopping.add(cart.id(), bread.id(), 1);
        shopping.remove(cart.id(), soup.id());

        assertThat(shopping.load(cart.id()).lines()).extracting(CartLine::name).containsExactly("Bread");
        assertThatThrownBy(() -> shopping.remove(cart.id(), soup.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesTheItemOfAnotherRestaurant() {
        Ordering ordering = new Ordering(stowage, InstantSource.fixed(NOW));
        Restaurant other = ordering.restaurants().insert(new Restaurant(UUID.randomUUID(), "Lucia", "Pasta", "Kiel"));
        Cart cart = shopping.open(other.id(), user.id());

        assertThatThrownBy(() -> shopping.add(cart.id(), soup.id(), 1))
                .isInstanceOf(NotPossibleException.class)
                .hasMessageContaining("another restaurant");
        assertThat(shopping.load(cart.id()).lines()).isEmpty();
    }

    @Test
    void leavesACartAsItIsOnceItWasCheckedOut() {
        Cart cart = shopping.open(restaurant.id(), user.id());
        assertThatThrownBy(() -> shopping.checkOut(cart.id()))
                .isInstanceOf(NotPossibleException.class)
                .hasMessageContaining("is empty");
        shopping.add(cart.id(), soup.id(), 1);
        shopping.checkOut(cart.id());

        assertThat(shopping.load(cart.id()).status()).isEqualTo(CartStatus.CHECKED_OUT);
        assertThatThrownBy(() -> shopping.add(cart.id(), bread.id(), 1))
                .isInstanceOf(NotPossibleException.class)
                .hasMessageContaining("was checked out");
        assertThatThrownBy(() -> shopping.checkOut(cart.id())).isInstanceOf(NotPossibleException.class);
    }

    @Test
    void losesNoItemWhenTwoPeopleFillOneCart() throws Exception {
        Cart cart = shopping.open(restaurant.id(), user.id());
        List<Future<Cart>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Cart> addSoup = () -> shopping.add(cart.id(), soup.id(), 1);
            Callable<Cart> addBread = () -> shopping.add(cart.id(), bread.id(), 1);
            for (int i = 0; i < 10; i++) {
                results.add(threads.submit(addSoup));
                results.add(threads.submit(addBread));
            }
            for (Future<Cart> result : results) {
                result.get();
            }
        }

        assertThat(shopping.load(cart.id()).lines())
                .extracting(CartLine::quantity)
                .containsExactly(10, 10);
    }

    @Test
    void listsTheCartsOfAUser() {
        Cart cart = shopping.open(restaurant.id(), user.id());

        assertThat(shopping.of(user.id())).containsExactly(cart);
        assertThatThrownBy(() -> shopping.of(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
    }
}
