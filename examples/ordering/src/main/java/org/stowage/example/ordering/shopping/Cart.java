package org.stowage.example.ordering.shopping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stowage.entity.Index;
import org.stowage.entity.Version;
import org.stowage.example.ordering.restaurants.Item;

/**
 * What a user is about to order from a restaurant. Immutable: every change is a new cart.
 *
 * @param id what it is known by
 * @param restaurantId where it will be ordered
 * @param userId who orders
 * @param lines what is in it, one line an item, in the order in which they were added first
 * @param status how far it has come
 * @param createdAt when it was created
 * @param version how often it was changed, so that two changes at once do not undo each other
 */
public record Cart(
        UUID id,
        UUID restaurantId,
        @Index UUID userId,
        List<CartLine> lines,
        CartStatus status,
        Instant createdAt,
        @Version int version) {

    /** Creates the cart with a copy of the list. */
    public Cart {
        lines = List.copyOf(lines);
    }

    /** Returns a new, empty cart. */
    static Cart empty(UUID restaurantId, UUID userId, Instant now) {
        return new Cart(UUID.randomUUID(), restaurantId, userId, List.of(), CartStatus.OPEN, now, 0);
    }

    /** Returns what all of it costs, in euro with two digits after the point. */
    public BigDecimal total() {
        return lines.stream().map(CartLine::total).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Returns the cart with more of an item. */
    Cart with(Item item, int quantity) {
        List<CartLine> changed = new ArrayList<>(lines);
        int place = placeOf(item.id());
        if (place < 0) {
            changed.add(new CartLine(item.id(), item.name(), item.price(), quantity));
        } else {
            CartLine line = changed.get(place);
            changed.set(place, new CartLine(line.itemId(), line.name(), line.price(), line.quantity() + quantity));
        }
        return withLines(changed);
    }

    /** Returns the cart without an item, or the same cart if it is not in there. */
    Cart without(UUID itemId) {
        return withLines(
                lines.stream().filter(line -> !line.itemId().equals(itemId)).toList());
    }

    /** Returns the cart as it is once ordered. */
    Cart checkedOut() {
        return new Cart(id, restaurantId, userId, lines, CartStatus.CHECKED_OUT, createdAt, version);
    }

    private int placeOf(UUID itemId) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).itemId().equals(itemId)) {
                return i;
            }
        }
        return -1;
    }

    private Cart withLines(List<CartLine> changed) {
        return new Cart(id, restaurantId, userId, changed, status, createdAt, version);
    }
}
