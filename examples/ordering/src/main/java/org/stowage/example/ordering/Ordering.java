package org.stowage.example.ordering;

import java.time.InstantSource;
import java.util.List;
import org.stowage.Stowage;
import org.stowage.application.Domain;
import org.stowage.example.ordering.restaurants.Item;
import org.stowage.example.ordering.restaurants.Items;
import org.stowage.example.ordering.restaurants.Menu;
import org.stowage.example.ordering.restaurants.Menus;
import org.stowage.example.ordering.restaurants.Restaurant;
import org.stowage.example.ordering.restaurants.Restaurants;
import org.stowage.example.ordering.shopping.Cart;
import org.stowage.example.ordering.shopping.Carts;
import org.stowage.example.ordering.shopping.Shopping;
import org.stowage.example.ordering.users.User;
import org.stowage.example.ordering.users.Users;
import org.stowage.store.OpenStore;

/** The ordering system over the stores that it was given. For many threads. */
public final class Ordering {

    static final List<Domain> DOMAINS = List.of(
            new Domain("restaurants", List.of(Restaurant.class, Menu.class, Item.class)),
            new Domain("users", List.of(User.class)),
            new Domain("shopping", List.of(Cart.class)));

    private final Stowage stowage;
    private final Restaurants restaurants;
    private final Menus menus;
    private final Items items;
    private final Users users;
    private final Shopping shopping;

    /**
     * Puts the system together.
     *
     * @param stowage the stores, which stay the caller's to close
     * @param clock what time it is
     */
    public Ordering(Stowage stowage, InstantSource clock) {
        this.stowage = stowage;
        this.restaurants = stowage.repository(Restaurants.class);
        this.menus = stowage.repository(Menus.class);
        this.items = stowage.repository(Items.class);
        this.users = stowage.repository(Users.class);
        this.shopping = new Shopping(restaurants, menus, items, users, stowage.repository(Carts.class), clock);
    }

    /** Returns the restaurants. */
    public Restaurants restaurants() {
        return restaurants;
    }

    /** Returns the menus. */
    public Menus menus() {
        return menus;
    }

    /** Returns the items. */
    public Items items() {
        return items;
    }

    /** Returns the users. */
    public Users users() {
        return users;
    }

    /** Returns the service that fills carts. */
    public Shopping shopping() {
        return shopping;
    }

    /** Returns the domains. */
    public List<Domain> domains() {
        return DOMAINS;
    }

    /** Returns the store in which a domain lives. */
    public OpenStore storeOf(Domain domain) {
        return stowage.storeFor(domain.entities().get(0));
    }
}
