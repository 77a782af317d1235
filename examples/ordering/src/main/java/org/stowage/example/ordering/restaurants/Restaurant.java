package org.stowage.example.ordering.restaurants;

import java.util.UUID;
import org.stowage.example.ordering.Texts;

/**
 * A place that cooks.
 *
 * @param id what it is known by
 * @param name what it calls itself, not blank
 * @param cuisine what it cooks, not blank
 * @param city where it is, not blank
 */
public record Restaurant(UUID id, String name, String cuisine, String city) {

    /** Creates the restaurant. */
    public Restaurant {
        Texts.notBlank("name", name);
        Texts.notBlank("cuisine", cuisine);
        Texts.notBlank("city", city);
    }
}
