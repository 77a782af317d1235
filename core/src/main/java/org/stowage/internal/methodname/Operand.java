package org.stowage.internal.methodname;

import org.stowage.spi.query.Expression;

/**
 * A parameter that a name asks for.
 *
 * @param attribute the attribute with which it is compared
 * @param kind what it is
 * @param ignoreCase whether its texts are compared without regard to case by whoever binds them: {@code lower(upper(text))}
 * @param words the part of the name that asks for it
 * @param position where that part starts, from 1
 */
public record Operand(Expression.Path attribute, Kind kind, boolean ignoreCase, String words, int position) {

    /** What a parameter is. */
    public enum Kind {
        /** A value as the attribute has it. */
        VALUE,
        /** A set, or another collection or array, of values as the attribute has them. */
        VALUES,
        /** A text, whatever the class is that the attribute has in Java. */
        TEXT
    }

    /**
     * Returns what to say of a parameter of another type.
     *
     * @param parameter the name of the parameter
     * @param given its type
     * @param attributeType the type that the attribute has in Java
     */
    public String mismatch(String parameter, String given, String attributeType) {
        String wanted = switch (kind) {
            case VALUE -> attributeType;
            case VALUES -> "Set<" + attributeType + ">";
            case TEXT -> "String";
        };
        return "parameter '" + parameter + "' is " + given + ", and '" + words + "' at position " + position
                + " of the name takes " + wanted + "; make them alike";
    }
}
