package org.stowage.launcher.input;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.stowage.query.ValueText;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.value.ValueType;

/** The types that a value may turn out to have, the most particular first. */
enum Scalar {
    BOOLEAN(ValueType.BOOLEAN),
    INT64(ValueType.INT64),
    DECIMAL(ValueType.DECIMAL),
    FLOAT64(ValueType.FLOAT64),
    UUID(ValueType.UUID),
    INSTANT(ValueType.INSTANT),
    DATE(ValueType.DATE),
    TIME(ValueType.TIME),
    DATETIME(ValueType.DATETIME),
    TEXT(ValueType.TEXT);

    // No leading zero: 0070 is a code and must stay one.
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,99})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,600})?([eE][+-]?[0-9]{1,4})?");

    // It is: the checker cannot know, because the type is an interface.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ValueType type;

    Scalar(ValueType type) {
        this.type = type;
    }

    ValueType type() {
        return type;
    }

    boolean numeric() {
        return this == INT64 || this == DECIMAL || this == FLOAT64;
    }

    /** Returns whether a text can be read as a value of this type without losing anything. */
    boolean fits(String text) {
        return switch (this) {
            case BOOLEAN -> text.equals("true") || text.equals("false");
            case INT64 -> text.length() <= 20 && INTEGER.matcher(text).matches() && parses(text);
            case DECIMAL -> NUMBER.matcher(text).matches() && parses(text);
            case FLOAT64 -> NUMBER.matcher(text).matches() && keptAsDouble(text);
            case UUID -> text.length() == 36 && parses(text);
            case INSTANT -> text.length() >= 20 && text.length() <= 30 && text.endsWith("Z") && parses(text);
            case DATE -> text.length() == 10 && parses(text);
            // Without seconds it may as well be a score or a length of time.
            case TIME -> text.length() >= 8 && text.length() <= 18 && text.charAt(2) == ':' && parses(text);
            case DATETIME -> text.length() >= 19 && text.length() <= 29 && text.charAt(10) == 'T' && parses(text);
            case TEXT -> true;
        };
    }

    private boolean parses(String text) {
        try {
            ValueText.parse(type, text);
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    private static boolean keptAsDouble(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) && new BigDecimal(Double.toString(value)).compareTo(new BigDecimal(text)) == 0;
    }
}
