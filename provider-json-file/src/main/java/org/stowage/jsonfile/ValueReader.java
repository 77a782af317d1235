package org.stowage.jsonfile;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;
import org.stowage.spi.value.UuidCode;
import org.stowage.spi.value.ValueType;
import tools.jackson.core.JsonToken;

/** Reads the current token of a text, and those that belong to it, as a neutral value of one type. Immutable. */
@FunctionalInterface
interface ValueReader {

    Object read(JsonText text) throws IOException;

    /**
     * Returns what reads values of a type.
     *
     * @param path the field and those around it, such as {@code address.city}, for errors
     */
    static ValueReader of(ValueType type, String path) {
        return switch (type) {
            case ValueType.Basic basic -> ofBasic(basic, path);
            case ValueType.Decimal decimal -> decimal(decimal, path);
            case ValueType.Enumeration enumeration -> enumeration(enumeration, path);
            case ValueType.ListOf list -> list(ValueReader.of(list.element(), path), path);
            case ValueType.Struct struct -> {
                FieldsReader fields = new FieldsReader(struct.fields(), path + ".");
                yield text -> {
                    require(text, path, JsonToken.START_OBJECT, "an object");
                    return fields.read(text);
                };
            }
        };
    }

    private static ValueReader ofBasic(ValueType.Basic type, String path) {
        return switch (type) {
            case BOOLEAN -> text -> bool(text, path);
            case INT64 -> text -> int64(text, path);
            case FLOAT64 -> text -> float64(text, path);
            case TEXT -> text -> checked(text, type, path, string(text, path, "a text in quotes"));
            case BYTES -> text -> bytes(text, type, path);
            case UUID -> coded(path, "a UUID of 36 characters in lower case", UuidCode::decode);
            case INSTANT ->
                coded(path, "an instant such as \"2026-02-28T12:30:00.000000000Z\"", TemporalCode::decodeInstant);
            case DATE -> coded(path, "a date such as \"2026-02-28\"", TemporalCode::decodeDate);
            case TIME -> coded(path, "a time such as \"12:30:00.000000000\"", TemporalCode::decodeTime);
            case DATETIME ->
                coded(path, "a date and time such as \"2026-02-28T12:30:00.000000000\"", TemporalCode::decodeDateTime);
        };
    }

    private static Object bool(JsonText text, String path) throws IOException {
        JsonToken token = text.token();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw misfit(text, path, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private static Object int64(JsonText text, String path) throws IOException {
        if (text.token() == JsonToken.VALUE_NUMBER_INT) {
            Long number = text.wholeNumber();
            if (number == null) {
                throw misfit(text, path, "a whole number of 64 bits");
            }
            return number;
        }
        // Many programs read numbers as doubles; those that would lose digits there stand in quotes.
        if (text.token() == JsonToken.VALUE_STRING) {
            Long number = LargeNumber.parse(text.string());
            if (number != null) {
                return number;
            }
        }
        throw misfit(text, path, "a whole number without quotes (in quotes only beyond ±9007199254740991)");
    }

    private static Object float64(JsonText text, String path) throws IOException {
        if (text.token() != JsonToken.VALUE_NUMBER_INT && text.token() != JsonToken.VALUE_NUMBER_FLOAT) {
            throw misfit(text, path, "a number without quotes");
        }
        double number = text.number();
        if (Double.isInfinite(number)) {
            throw misfit(text, path, "a number that a double can hold");
        }
        // Adding zero makes −0.0 the one zero.
        return number + 0.0;
    }

    private static ValueReader decimal(ValueType.Decimal type, String path) {
        ValueReader digits = coded(path, "a decimal in quotes such as \"12.50\"", DecimalCode::decodePlain);
        if (type.scale() == ValueType.Decimal.ANY_SCALE) {
            return digits;
        }
        return text -> {
            BigDecimal value = (BigDecimal) digits.read(text);
            // All else has been checked for decimals of any scale.
            return value.scale() <= type.scale() ? value : checked(text, type, path, value);
        };
    }

    private static Object bytes(JsonText text, ValueType type, String path) throws IOException {
        String base64 = string(text, path, "bytes in base64");
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw misfit(text, path, "bytes in base64");
        }
        if (base64.length() % 4 != 0) {
            throw misfit(text, path, "bytes in base64 with their padding");
        }
        return checked(text, type, path, Bytes.of(bytes));
    }

    // The codes refuse what they do not write themselves; what was expected instead is said with an example.
    private static ValueReader coded(String path, String expected, Function<String, Object> decode) {
        return text -> {
            String characters = string(text, path, expected);
            try {
                return decode.apply(characters);
            } catch (StoreException e) {
                throw misfit(text, path, expected);
            }
        };
    }

    private static ValueReader enumeration(ValueType.Enumeration type, String path) {
        // One string for each name, however many rows hold it.
        Map<String, String> names = new HashMap<>();
        type.names().forEach(name -> names.put(name, name));
        return text -> {
            String found = string(text, path, "one of the names of the enumeration in quotes");
            String name = names.get(found);
            if (name == null) {
                throw text.wrong("field '" + path + "': the enumeration has no name " + JsonText.shown(found)
                        + NearestName.hint(found, type.names()));
            }
            return name;
        };
    }

    private static ValueReader list(ValueReader element, String path) {
        return text -> {
            require(text, path, JsonToken.START_ARRAY, "a list");
            List<Object> values = new ArrayList<>();
            while (text.next() != JsonToken.END_ARRAY) {
                if (text.token() == JsonToken.VALUE_NULL) {
                    throw text.wrong("field '" + path + "': a list holds no null");
                }
                values.add(element.read(text));
            }
            return List.copyOf(values);
        };
    }

    private static String string(JsonText text, String path, String expected) throws IOException {
        require(text, path, JsonToken.VALUE_STRING, expected);
        return text.string();
    }

    private static void require(JsonText text, String path, JsonToken token, String expected) throws IOException {
        if (text.token() != token) {
            throw misfit(text, path, expected);
        }
    }

    private static StoreException misfit(JsonText text, String path, String expected) throws IOException {
        return text.wrong("field '" + path + "': expected " + expected + ", found " + text.found());
    }

    private static Object checked(JsonText text, ValueType type, String path, Object value) {
        try {
            return type.check(value);
        } catch (StoreException e) {
            throw text.wrong("field '" + path + "': " + e.getMessage());
        }
    }
}
