package org.stowage.launcher.output;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.ValueType;

/** Values as texts, in a form that an import reads again. */
public final class ValueDisplay {

    private ValueDisplay() {}

    /** Returns the text of a value. */
    public static String text(ValueType type, Object value) {
        return switch (value) {
            case BigDecimal number -> decimal(type, number);
            case Bytes bytes -> Base64.getEncoder().encodeToString(bytes.toArray());
            // The short forms leave out seconds that are zero.
            case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            default -> type.ordered() ? value.toString() : JsonText.of(type, value);
        };
    }

    /** Returns the digits of a decimal, as many behind the point as its type declares. */
    static String decimal(ValueType type, BigDecimal number) {
        boolean scaled = type instanceof ValueType.Decimal decimal
                && decimal.scale() != ValueType.Decimal.ANY_SCALE
                && number.scale() <= decimal.scale();
        return (scaled ? number.setScale(((ValueType.Decimal) type).scale()) : number).toPlainString();
    }
}
