package org.stowage;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A JAR, or several that belong together, cannot be loaded at all; the message is the reason. */
final class UnusableJarException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnusableJarException(String reason, String remedy) {
        this(reason, remedy, null);
    }

    UnusableJarException(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** Returns what is wrong, without a full stop. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** Returns what to do about it, without a full stop. */
    String remedy() {
        return remedy;
    }
}
