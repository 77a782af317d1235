package org.stowage.suite;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Scale;

/** An entity with attributes of many types. */
record Dish(
        long id,
        @Nullable String name,
        Course course,
        @Scale(2) @Nullable BigDecimal price,
        int calories,
        boolean vegan,
        @Nullable Boolean spicy,
        char shelf,
        @Nullable LocalDate invented,
        @Nullable Origin origin,
        List<String> allergens) {

    enum Course {
        STARTER,
        MAIN,
        DESSERT
    }

    record Origin(String country, @Nullable Town town) {}

    record Town(String name, @Nullable String zipCode) {}
}
