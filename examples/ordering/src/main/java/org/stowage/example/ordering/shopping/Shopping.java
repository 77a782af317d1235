package org.stowage.example.ordering.shopping;

import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.stowage.example.ordering.restaurants.Item;
import org.stowage.example.ordering.restaurants.Items;
import org.stowage.example.ordering.restaurants.Menus;
import org.stowage.example.ordering.restaurants.Restaurants;
import org.stowage.example.ordering.users.Users;

/**
 * Fills carts. It knows repositories and no store: restaurants, users and carts may live in three different ones, so a change of a cart
 * relies on the cart's version instead of one transaction over all of them. For many threads.
 */
public final class Shopping {

    private static final int ATTEMPTS = 20;

    private final Restaurants restaurants;
    private final Menus menus;
    private final Items items;
    private final Users users;
    private final Carts carts;
    private final InstantSource clock;

    /** Creates the service over the repositories and a clock. */
    public Shopping(Restaurants restaurants, Menus menus, Items items, Users users, Carts carts, InstantSource clock) {
        this.restaurants = restaurants;
        this.menus = menus;
        this.items = items;
        this.users = users;
        this.carts = carts;
        this.clock = clock;
    }

    /**
     * Creates an empty cart.
     *
     * @throws NotFoundException if the restaurant or the user does not exist
     */
    public Cart open(UUID restaurantId, UUID userId) {
        if (restaurants.findById(restaurantId).isEmpty()) {
            throw new NotFoundException("restaurant", restaurantId);
        }
        if (users.findById(userId).isEmpty()) {
            throw new NotFoundException("user", userId);
        }
        return carts.insert(Cart.empty(restaurantId, userId, clock.instant()));
    }

    /**
     * Returns a cart.
     *
     * @throws NotFoundException if it does not exist
     */
    public Cart load(UUID cartId) {
        return carts.findById(cartId).orElseThrow(() -> new NotFoundException("cart", cartId));
    }

    /**
     * Returns a user's carts, the newest first.
     *
     * @throws NotFoundException if the user does not exist
     */
    public List<Cart> of(UUID userId) {
        if (users.findById(userId).isEmpty()) {
            throw new NotFoundException("user", userId);
        }
        return carts.of(userId);
    }

    /**
     * Adds some of an item to a cart, at the price of now.
     *
     * @throws NotFoundException if the cart or the item does not exist
     * @throws NotPossibleException if the cart was checked out, or the item is another restaurant's
     * @throws IllegalArgumentException if there would be less than one or more than 99 of it
     */
    public Cart add(UUID cartId, UUID itemId, int quantity) {
        CartLine.checkQuantity(quantity);
        Item item = items.findById(itemId).orElseThrow(() -> new NotFoundException("item", itemId));
        UUID restaurantId = menus.findById(item.menuId())
                .orElseThrow(() -> new NotFoundException("menu", item.menuId()))
                .restaurantId();
        return change(cartId, cart -> {
            if (!cart.restaurantId().equals(restaurantId)) {
                throw new NotPossibleException(
                        "item '" + item.name() + "' is of another restaurant than the cart: open a cart there");
            }
            return cart.with(item, quantity);
        });
    }

    /**
     * Removes an item from a cart.
     *
     * @throws NotFoundException if the cart does not exist or does not hold the item
     * @throws NotPossibleException if the cart was checked out
     */
    public Cart remove(UUID cartId, UUID itemId) {
        return change(cartId, cart -> {
            Cart without = cart.without(itemId);
            if (without.lines().size() == cart.lines().size()) {
                throw new NotFoundException("item in the cart", itemId);
            }
            return without;
        });
    }

    /**
     * Orders what is in a cart.
     *
     * @throws NotFoundException if it does not exist
     * @throws NotPossibleException if it was checked out before, or is empty
     */
    public Cart checkOut(UUID cartId) {
        return change(cartId, cart -> {
            if (cart.lines().isEmpty()) {
                throw new NotPossibleException("cart '" + cartId + "' is empty: add an item before checking out");
            }
            return cart.checkedOut();
        });
    }

    // Somebody else may change the cart between reading and writing: then the change is made anew on what is there now.
    private Cart change(UUID cartId, UnaryOperator<Cart> change) {
        for (int attempt = 1; ; attempt++) {
            Cart cart = load(cartId);
            if (cart.status() != CartStatus.OPEN) {
                throw new NotPossibleException("cart '" + cartId + "' was checked out and stays as it is");
            }
            try {
                return carts.update(change.apply(cart));
            } catch (OptimisticLockingFailureException stale) {
                if (attempt == ATTEMPTS) {
                    throw stale;
                }
            }
        }
    }
}
