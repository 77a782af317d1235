package org.stowage.launcher.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import org.stowage.query.ValueText;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.value.CanonicalJson;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Makes neutral values of what a file holds, of the type that is asked for and no other. */
final class ValueReader {

    private ValueReader() {}

    /**
     * Returns the value.
     *
     * @param textual whether the file knows texts alone, so that each stands for a value of any type
     */
    static Object value(ValueType type, Object raw, boolean textual) {
        return switch (raw) {
            case String text when textual -> ofText(type, text);
            case String text -> ofString(type, text);
            case NumberText number -> ofNumber(type, number.digits());
            case Boolean bool when type.equals(ValueType.BOOLEAN) -> bool;
            case List<?> list when type instanceof ValueType.ListOf listOf -> list(listOf, list, textual);
            case Map<?, ?> map when type instanceof ValueType.Struct struct -> struct(struct, map, textual);
            default -> throw mismatch(type, raw);
        };
    }

    private static Object ofText(ValueType type, String text) {
        return type.ordered() ? ValueText.parse(type, text) : CanonicalJson.decode(type, text);
    }

    /** In JSON a string is a value of the types that have no notation of their own, and a number that others would round. */
    private static Object ofString(ValueType type, String text) {
        boolean exact = type.equals(ValueType.INT64) || type instanceof ValueType.Decimal;
        if (type.equals(ValueType.BOOLEAN)
                || type.equals(ValueType.FLOAT64)
                || !type.ordered()
                || (exact && text.isBlank())) {
            throw mismatch(type, text);
        }
        return ValueText.parse(type, text);
    }

    private static Object ofNumber(ValueType type, String digits) {
        if (type.equals(ValueType.INT64) || type.equals(ValueType.FLOAT64)) {
            return ValueText.parse(type, digits);
        }
        if (type instanceof ValueType.Decimal) {
            return type.check(new BigDecimal(digits));
        }
        throw mismatch(type, new NumberText(digits));
    }

    private static Object list(ValueType.ListOf type, List<?> list, boolean textual) {
        List<Object> values = new ArrayList<>(list.size());
        for (Object element : list) {
            if (element == null) {
                throw new FailureException("a list may not hold null; leave it out");
            }
            values.add(value(type.element(), element, textual));
        }
        return type.check(values);
    }

    private static Object struct(ValueType.Struct type, Map<?, ?> map, boolean textual) {
        List<String> names = type.fields().stream().map(Field::name).toList();
        @Nullable Object[] values = new @Nullable Object[names.size()];
        map.forEach((key, value) -> {
            String name = FieldNames.of(key.toString());
            int position = names.indexOf(name);
            if (position < 0) {
                throw new FailureException(
                        "there is no '" + name + "' in the structure" + NearestName.hint(name, names));
            }
            values[position] =
                    value == null ? null : value(type.fields().get(position).type(), value, textual);
        });
        return type.check(Row.adopt(values));
    }

    private static FailureException mismatch(ValueType type, Object raw) {
        String what = switch (raw) {
            case String text -> "the text '" + shortened(text) + "'";
            case NumberText number -> "the number '" + shortened(number.digits()) + "'";
            case Boolean bool -> "'" + bool + "'";
            case List<?> list -> "a list";
            default -> "an object";
        };
        return new FailureException(what + " is no " + type.describe());
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }
}
