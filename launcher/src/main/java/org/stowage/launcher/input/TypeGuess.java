package org.stowage.launcher.input;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/**
 * The type that all values of a field have in common, found by looking at each.
 *
 * <p>A whole number is INT64, or DECIMAL where one is too large; a number with a point is DECIMAL, which keeps every digit; a number
 * with an exponent is FLOAT64 if that loses nothing, else DECIMAL. What is written as a UUID or as a time, in the form that ISO 8601
 * gives it, is that. All else is TEXT, and so is a field in which only some values are something else.
 */
final class TypeGuess {

    private final String name;
    private final boolean textual;
    private final Set<Scalar> possible = EnumSet.allOf(Scalar.class);
    private boolean scalar;
    private boolean exponent;
    private boolean missing;
    private @Nullable TypeGuess element;
    private @Nullable Map<String, TypeGuess> members;
    private long structures;

    /**
     * Starts with every type.
     *
     * @param name the field, for messages
     * @param textual whether the file knows texts alone, so that numbers are written as such
     */
    TypeGuess(String name, boolean textual) {
        this.name = name;
        this.textual = textual;
    }

    /** Says that a record has no such value. */
    void missing() {
        missing = true;
    }

    /** Returns whether some record has no such value. */
    boolean nullable() {
        return missing;
    }

    /** Looks at a value. */
    void look(@Nullable Object value) {
        switch (value) {
            case null -> missing = true;
            case List<?> list -> lookInto(list);
            case Map<?, ?> map -> lookInto(map);
            case String text -> text(text);
            case NumberText number -> number(number.digits());
            default -> only(Scalar.BOOLEAN);
        }
        if ((scalar ? 1 : 0) + (element == null ? 0 : 1) + (members == null ? 0 : 1) > 1 || possible.isEmpty()) {
            throw new FailureException(
                    "field '" + name + "' holds values of different kinds; a field must hold one kind");
        }
    }

    private void text(String text) {
        scalar = true;
        if (possible.size() > 1) {
            possible.removeIf(type -> !(textual || !type.numeric() && type != Scalar.BOOLEAN) || !type.fits(text));
            exponent |= textual && hasExponent(text);
        }
        if (possible.isEmpty()) {
            throw mixed();
        }
    }

    private void number(String digits) {
        scalar = true;
        possible.removeIf(type -> !type.numeric() || !type.fits(digits));
        exponent |= hasExponent(digits);
        if (possible.isEmpty()) {
            throw mixed();
        }
    }

    private void only(Scalar type) {
        scalar = true;
        possible.retainAll(EnumSet.of(type));
        if (possible.isEmpty()) {
            throw mixed();
        }
    }

    private FailureException mixed() {
        return new FailureException(
                "field '" + name
                        + "' holds a value of another kind than before, or a number that is too large; a field must hold one kind");
    }

    private static boolean hasExponent(String digits) {
        return digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
    }

    private void lookInto(List<?> list) {
        if (element == null) {
            element = new TypeGuess(name, textual);
        }
        for (Object each : list) {
            if (each == null) {
                throw new FailureException("field '" + name + "' holds a list with a null in it; leave it out");
            }
            element.look(each);
        }
    }

    private void lookInto(Map<?, ?> map) {
        if (members == null) {
            members = new LinkedHashMap<>();
        }
        Map<String, TypeGuess> known = members;
        map.forEach((key, value) -> {
            String member = FieldNames.of(key.toString());
            TypeGuess guess = known.get(member);
            if (guess == null) {
                guess = new TypeGuess(name + "." + member, textual);
                known.put(member, guess);
                if (structures > 0) {
                    guess.missing();
                }
            }
            guess.look(value);
        });
        if (map.size() < known.size()) {
            known.forEach((member, guess) -> {
                if (!map.containsKey(member)) {
                    guess.missing();
                }
            });
        }
        structures++;
    }

    /** Returns the type that fits all values that were looked at; TEXT if there was none. */
    ValueType type() {
        if (element != null) {
            return new ValueType.ListOf(element.type());
        }
        if (members != null) {
            return new ValueType.Struct(members.entrySet().stream()
                    .map(member -> member.getValue().field(member.getKey()))
                    .collect(Collectors.toList()));
        }
        if (!scalar) {
            return ValueType.TEXT;
        }
        boolean floating = exponent && !possible.contains(Scalar.INT64) && possible.contains(Scalar.FLOAT64);
        return floating ? ValueType.FLOAT64 : possible.iterator().next().type();
    }

    /** Returns the field of this type. */
    Field field(String fieldName) {
        return new Field(fieldName, type(), missing);
    }
}
