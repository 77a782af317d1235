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
    private @Nullable String kind;
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
        if (value == null) {
            missing = true;
            return;
        }
        requireSameKind(value);
        switch (value) {
            case List<?> list -> lookInto(list);
            case Map<?, ?> map -> lookInto(map);
            case String text -> text(text);
            case NumberText number -> number(number.digits());
            default -> possible.retainAll(EnumSet.of(Scalar.BOOLEAN));
        }
    }

    private void requireSameKind(Object value) {
        String here = switch (value) {
            case List<?> list -> "a list";
            case Map<?, ?> map -> "an object";
            case String text -> "a text";
            case NumberText number -> "a number";
            default -> "true or false";
        };
        if (kind != null && !kind.equals(here)) {
            throw new FailureException(
                    "field '" + name + "' holds " + here + " here and " + kind + " before; a field holds one kind");
        }
        kind = here;
    }

    private void text(String text) {
        if (possible.size() > 1) {
            possible.removeIf(type -> !(textual || (!type.numeric() && type != Scalar.BOOLEAN)) || !type.fits(text));
            exponent |= textual && hasExponent(text);
        }
    }

    private void number(String digits) {
        possible.removeIf(type -> !type.numeric() || !type.fits(digits));
        exponent |= hasExponent(digits);
        if (possible.isEmpty()) {
            throw new FailureException("field '" + name + "' holds the number '"
                    + (digits.length() > 40 ? digits.substring(0, 40) + "…" : digits)
                    + "', for which no type is large enough together with those before");
        }
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
        if (kind == null) {
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
