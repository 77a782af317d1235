package org.stowage.repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Index;
import org.stowage.entity.Required;
import org.stowage.entity.Scale;
import org.stowage.entity.Unique;
import org.stowage.entity.Version;

/** A record as an application has it. */
record Restaurant(
        long id,
        @Unique String name,
        @Index @Nullable String city,
        @Required Kitchen kitchen,
        @Scale(2) @Nullable BigDecimal price,
        @Nullable LocalDate opened,
        @Nullable Address address,
        @Version int version) {

    enum Kitchen {
        THAI,
        ITALIAN,
        FRENCH
    }

    record Address(String street, @Nullable Integer number) {}

    static Restaurant of(long id, String name, String city, Kitchen kitchen, String price) {
        return new Restaurant(
                id,
                name,
                city,
                kitchen,
                new BigDecimal(price),
                LocalDate.of(2020, 1, (int) id),
                new Address(city + " Street", (int) id),
                0);
    }

    Restaurant inCity(String other) {
        return new Restaurant(id, name, other, kitchen, price, opened, address, version);
    }
}
