package org.stowage.example.ordering.shopping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/**
 * Some of one item in a cart, as it was named and priced when it was put there.
 *
 * @param itemId which item
 * @param name what it was called
 * @param price what one cost, in euro
 * @param quantity how many, 1 to 99
 */
public record CartLine(UUID itemId, String name, BigDecimal price, int quantity) {

    /** The most of one item that a cart holds. */
    public static final int MOST = 99;

    /** Creates the line. */
    public CartLine {
        checkQuantity(quantity);
        price = price.setScale(2, RoundingMode.UNNECESSARY);
    }

    static void checkQuantity(int quantity) {
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("quantity '" + quantity + "' must be between 1 and " + MOST);
        }
    }

    /** Returns what all of it costs. */
    public BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
