package org.stowage.example.ordering.restaurants;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.stowage.entity.Index;
import org.stowage.example.ordering.Texts;

/**
 * Something to eat or drink, at a price.
 *
 * @param id what it is known by
 * @param menuId the menu that it stands on
 * @param name what it is called, not blank
 * @param description what is in it; may be empty
 * @param price what one costs, in euro, with two digits after the point; 0 to 100,000
 */
public record Item(UUID id, @Index UUID menuId, String name, String description, BigDecimal price) {

    private static final int CENTS = 2;
    private static final BigDecimal HIGHEST = new BigDecimal("100000");

    /** Creates the item; a price that is not in whole cents is refused. */
    public Item {
        Texts.notBlank("name", name);
        if (price.signum() < 0
                || price.compareTo(HIGHEST) > 0
                || price.stripTrailingZeros().scale() > CENTS) {
            throw new IllegalArgumentException(
                    "price '" + price + "' must be a whole number of cents from 0 to " + HIGHEST);
        }
        price = price.setScale(CENTS, RoundingMode.UNNECESSARY);
    }
}
