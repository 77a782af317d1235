package org.stowage.example.ordering.restaurants;

import java.util.UUID;
import org.stowage.entity.Index;
import org.stowage.example.ordering.Texts;

/**
 * A list of items that a restaurant offers together.
 *
 * @param id what it is known by
 * @param restaurantId whose it is
 * @param name what stands above it, not blank
 */
public record Menu(UUID id, @Index UUID restaurantId, String name) {

    /** Creates the menu. */
    public Menu {
        Texts.notBlank("name", name);
    }
}
