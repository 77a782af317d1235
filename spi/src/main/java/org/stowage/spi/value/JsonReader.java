package org.stowage.spi.value;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.NearestName;

/** Reads one JSON text as a value of a known type. The type leads: its depth bounds that of the text. */
final class JsonReader {

    private static final int LONGEST_NUMBER = 130;
    private static final int LONGEST_EXACT = 17;

    private final JsonScanner scanner;

    JsonReader(String json) {
        this.scanner = new JsonScanner(json);
    }

    Object read(ValueType type) {
        Object value = value(type, 0);
        scanner.end();
        return value;
    }

    private Object value(ValueType type, int depth) {
        scanner.skipSpace();
        if (depth > ValueCheck.DEPTH) {
            throw new LimitExceededException(
                    ErrorContext.none(),
                    "the type is nested deeper than " + ValueCheck.DEPTH + " lists and structures");
        }
        return switch (type) {
            case ValueType.ListOf list -> list(list, depth);
            case ValueType.Struct struct -> struct(struct, depth);
            case ValueType.Basic basic -> basic(basic);
            case ValueType.Decimal decimal -> quoted(decimal, DecimalCode::decodePlain);
            case ValueType.Enumeration enumeration -> quoted(enumeration, name -> name);
        };
    }

    private Object list(ValueType.ListOf type, int depth) {
        scanner.expect('[');
        List<Object> values = new ArrayList<>();
        if (!scanner.accept(']')) {
            do {
                values.add(value(type.element(), depth + 1));
            } while (scanner.accept(','));
            scanner.expect(']');
        }
        return List.copyOf(values);
    }

    private Object struct(ValueType.Struct type, int depth) {
        int start = scanner.position();
        List<Field> fields = type.fields();
        @Nullable Object[] values = new Object[fields.size()];
        boolean[] seen = new boolean[fields.size()];
        scanner.expect('{');
        if (!scanner.accept('}')) {
            do {
                int place = place(fields, seen);
                scanner.expect(':');
                values[place] =
                        scanner.acceptNull() ? null : value(fields.get(place).type(), depth + 1);
            } while (scanner.accept(','));
            scanner.expect('}');
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !fields.get(i).nullable()) {
                throw scanner.invalid(
                        start, "the object has no value for '" + fields.get(i).name() + "'");
            }
        }
        return Row.adopt(values);
    }

    private int place(List<Field> fields, boolean[] seen) {
        scanner.skipSpace();
        int start = scanner.position();
        String name = scanner.string();
        for (int i = 0; i < seen.length; i++) {
            if (fields.get(i).name().equals(name)) {
                if (seen[i]) {
                    throw scanner.invalid(start, "'" + name + "' is there twice");
                }
                seen[i] = true;
                return i;
            }
        }
        List<String> known = fields.stream().map(Field::name).toList();
        throw scanner.invalid(
                start, ShownValue.of(name) + " is no field of the structure" + NearestName.hint(name, known));
    }

    private Object basic(ValueType.Basic type) {
        return switch (type) {
            case BOOLEAN -> scanner.bool();
            case INT64 -> scanner.at('"') ? quoted(type, JsonReader::largeInt64) : int64();
            case FLOAT64 -> float64();
            case TEXT -> quoted(type, text -> text);
            case BYTES -> quoted(type, JsonReader::bytes);
            case UUID -> quoted(type, UuidCode::decode);
            case INSTANT -> quoted(type, TemporalCode::decodeInstant);
            case DATE -> quoted(type, TemporalCode::decodeDate);
            case TIME -> quoted(type, TemporalCode::decodeTime);
            case DATETIME -> quoted(type, TemporalCode::decodeDateTime);
        };
    }

    private Object quoted(ValueType type, Function<String, Object> decoder) {
        int start = scanner.position();
        String text = scanner.string();
        try {
            return type.check(decoder.apply(text));
        } catch (InvalidValueException e) {
            throw scanner.invalid(start, String.valueOf(e.getMessage()));
        }
    }

    private Object float64() {
        int start = scanner.position();
        String number = scanner.number();
        double value = number.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(number);
        if (!Double.isFinite(value)) {
            throw scanner.invalid(start, ShownValue.of(number) + " is no float64: it is too long or too large");
        }
        return ValueType.FLOAT64.check(value);
    }

    private Object int64() {
        int start = scanner.position();
        String number = scanner.number();
        if (number.length() <= LONGEST_EXACT && number.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
            long value = Long.parseLong(number);
            if (Math.abs(value) <= JsonWriter.LARGEST_NUMBER) {
                return value;
            }
        }
        throw scanner.invalid(
                start,
                ShownValue.of(number) + " is no int64: expected a whole number, and in quotes if it is beyond "
                        + JsonWriter.LARGEST_NUMBER);
    }

    private static Object largeInt64(String text) {
        try {
            long value = Long.parseLong(text);
            boolean large = value < -JsonWriter.LARGEST_NUMBER || value > JsonWriter.LARGEST_NUMBER;
            if (large && Long.toString(value).equals(text)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, in one sentence for all reasons.
        }
        throw new InvalidValueException(
                ErrorContext.none(),
                ShownValue.of(text) + " in quotes is no int64: only one beyond " + JsonWriter.LARGEST_NUMBER
                        + " is quoted");
    }

    private static Object bytes(String text) {
        byte[] content;
        try {
            content = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw noBase64(text, e);
        }
        // The decoder forgives missing padding and bits that mean nothing: two texts for one value.
        if (!Base64.getEncoder().encodeToString(content).equals(text)) {
            throw noBase64(text, null);
        }
        return Bytes.of(content);
    }

    private static InvalidValueException noBase64(String text, @Nullable Throwable cause) {
        return new InvalidValueException(
                ErrorContext.none(), ShownValue.of(text) + " is no bytes: expected Base64 with padding", cause);
    }
}
