package org.stowage.spi.query;

/** A truth value of three-valued logic. A filter keeps what is {@link #TRUE}. */
public enum Truth {
    /** It does not hold. */
    FALSE,
    /** Null took part, so nobody can say. */
    UNKNOWN,
    /** It holds. */
    TRUE;

    /** Returns {@link #TRUE} or {@link #FALSE}. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Returns the lesser of both. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Returns the greater of both. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the opposite; unknown stays unknown. */
    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
