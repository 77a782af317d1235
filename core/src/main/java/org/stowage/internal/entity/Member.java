package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/**
 * An attribute of an entity or embedded class.
 *
 * @param name its name
 * @param genericType its type as it is declared, without {@code Optional}
 * @param rawType its class as it is declared, {@code Optional} included
 * @param codec how it is stored
 * @param nullable whether it may be null
 * @param annotations what is said of it
 * @param getter takes the object, gives the value; of type {@code (Object)Object}
 * @param setter takes the object and the value; of type {@code (Object,Object)void}; null in a record
 */
record Member(
        String name,
        Type genericType,
        Class<?> rawType,
        ValueCodec codec,
        boolean nullable,
        NamedAnnotations annotations,
        MethodHandle getter,
        @Nullable MethodHandle setter) {

    static final String ZONE_SUFFIX = "_zone";

    /** Returns whether it has a time zone, which is stored in a field beside it. */
    boolean zoned() {
        return codec.zoned();
    }

    /** Returns whether it is wrapped in {@code Optional} where it is not null. */
    boolean optional() {
        return rawType == Optional.class;
    }

    /** Returns the name of the field that holds the zone of a zoned attribute. */
    String zoneField() {
        return name + ZONE_SUFFIX;
    }

    /** Returns the fields that it takes, one, or two if it is zoned. */
    List<Field> fields() {
        Field field = new Field(name, codec.type(), nullable);
        return zoned() ? List.of(field, new Field(zoneField(), ValueType.TEXT, nullable)) : List.of(field);
    }
}
