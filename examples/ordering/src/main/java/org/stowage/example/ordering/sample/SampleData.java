package org.stowage.example.ordering.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.stowage.example.ordering.Ordering;
import org.stowage.example.ordering.restaurants.Item;
import org.stowage.example.ordering.restaurants.Menu;
import org.stowage.example.ordering.restaurants.Restaurant;
import org.stowage.example.ordering.users.User;

/** Four restaurants with their menus, and three users. Ids are made from names, so that the same data has the same ids everywhere. */
public final class SampleData {

    private record Dish(String name, String description, String price) {}

    private record Card(String name, List<Dish> dishes) {}

    private record Place(String name, String cuisine, String city, List<Card> cards) {}

    private static final List<Place> PLACES = List.of(
            new Place(
                    "Trattoria Lucia",
                    "Italian",
                    "Hamburg",
                    List.of(
                            new Card(
                                    "Pasta and pizza",
                                    List.of(
                                            new Dish(
                                                    "Spaghetti alle vongole",
                                                    "Clams, garlic, parsley, white wine",
                                                    "15.50"),
                                            new Dish("Tagliatelle al ragù", "Slow-cooked beef and pork", "13.90"),
                                            new Dish("Pizza Margherita", "Tomato, mozzarella, basil", "9.50"),
                                            new Dish("Pizza Diavola", "Tomato, mozzarella, spicy salami", "11.80"))),
                            new Card(
                                    "Dolci",
                                    List.of(
                                            new Dish("Tiramisù", "Mascarpone, espresso, cocoa", "6.20"),
                                            new Dish("Panna cotta", "With raspberries", "5.80"))))),
            new Place(
                    "Sakura",
                    "Japanese",
                    "Hamburg",
                    List.of(
                            new Card(
                                    "Sushi",
                                    List.of(
                                            new Dish("Sake maki", "Six rolls with salmon", "5.90"),
                                            new Dish("Tekka maki", "Six rolls with tuna", "6.50"),
                                            new Dish("Avocado maki", "Six rolls, vegan", "4.80"))),
                            new Card(
                                    "Ramen",
                                    List.of(
                                            new Dish("Shoyu ramen", "Chicken broth, soy, egg, bamboo", "13.50"),
                                            new Dish("Miso ramen", "Vegetable broth, tofu, sweetcorn", "12.90"))))),
            new Place(
                    "Zum Anker",
                    "North German",
                    "Kiel",
                    List.of(
                            new Card(
                                    "From the sea",
                                    List.of(
                                            new Dish("Labskaus", "Corned beef, beetroot, herring, fried egg", "14.20"),
                                            new Dish("Fish and bread", "Pickled herring, onion, roll", "4.50"),
                                            new Dish("Plaice Finkenwerder style", "With bacon and potatoes", "19.80"))),
                            new Card(
                                    "Afterwards",
                                    List.of(new Dish("Rote Grütze", "Red berries with vanilla sauce", "5.40"))))),
            new Place(
                    "Masala Garden",
                    "Indian",
                    "Kiel",
                    List.of(
                            new Card(
                                    "Curries",
                                    List.of(
                                            new Dish("Chana masala", "Chickpeas, tomato, ginger; vegan", "10.90"),
                                            new Dish("Palak paneer", "Spinach and fresh cheese", "12.40"),
                                            new Dish("Lamb rogan josh", "Kashmiri chilli, yoghurt", "15.90"))),
                            new Card(
                                    "Breads and drinks",
                                    List.of(
                                            new Dish("Garlic naan", "From the clay oven", "3.20"),
                                            new Dish("Mango lassi", "0.3 l", "3.90"))))));

    private static final List<List<String>> PEOPLE = List.of(
            List.of("Amira Haddad", "amira@example.org"),
            List.of("Jonas Petersen", "jonas@example.org"),
            List.of("Łucja Nowak", "lucja@example.org"));

    private SampleData() {}

    /** Puts in what is missing. A restaurant or user that is there stays as it is. */
    public static void putInto(Ordering ordering) {
        for (Place place : PLACES) {
            if (ordering.restaurants().findById(id("restaurant", place.name())).isEmpty()) {
                put(ordering, place);
            }
        }
        for (List<String> person : PEOPLE) {
            UUID user = id("user", person.get(1));
            if (ordering.users().findById(user).isEmpty()) {
                ordering.users().insert(new User(user, person.get(0), person.get(1)));
            }
        }
    }

    // The restaurant comes last: were this interrupted, the next start would begin with the same restaurant again.
    private static void put(Ordering ordering, Place place) {
        UUID restaurant = id("restaurant", place.name());
        for (Card card : place.cards()) {
            UUID menu = id("menu", place.name(), card.name());
            ordering.menus().save(new Menu(menu, restaurant, card.name()));
            ordering.items().saveAll(items(place, card, menu));
        }
        ordering.restaurants().save(new Restaurant(restaurant, place.name(), place.cuisine(), place.city()));
    }

    private static List<Item> items(Place place, Card card, UUID menu) {
        return card.dishes().stream()
                .map(dish -> new Item(
                        id("item", place.name(), card.name(), dish.name()),
                        menu,
                        dish.name(),
                        dish.description(),
                        new BigDecimal(dish.price())))
                .toList();
    }

    private static UUID id(String... names) {
        return UUID.nameUUIDFromBytes(String.join("/", names).getBytes(StandardCharsets.UTF_8));
    }
}
