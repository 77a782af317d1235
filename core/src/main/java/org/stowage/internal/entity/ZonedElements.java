package org.stowage.internal.entity;

import java.util.List;
import java.util.Objects;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** How times with a zone are stored in collections, where no field beside them could take the zone: as a structure of both. */
final class ZonedElements {

    private static final ValueType.Struct TYPE = new ValueType.Struct(
            List.of(Field.required("instant", ValueType.INSTANT), Field.required("zone", ValueType.TEXT)));

    private ZonedElements() {}

    /** Returns the codec of the elements, if that of their type keeps no zone. */
    static ValueCodec of(ValueCodec moments) {
        return new ValueCodec(
                moments.javaType(),
                TYPE,
                value -> Row.of(moments.encode().apply(value), moments.zoneOf(value, false)),
                stored -> {
                    Row row = (Row) stored;
                    return moments.inZone(Objects.requireNonNull(row.get(0)), row.get(1));
                });
    }
}
