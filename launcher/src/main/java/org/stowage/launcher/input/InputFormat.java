package org.stowage.launcher.input;

import java.util.Locale;
import java.util.Optional;

/** How records are written in a file. */
public enum InputFormat {
    /** One array of objects. */
    JSON,
    /** One object a line. */
    JSONL,
    /** Lines of cells as RFC 4180 has them, the names in the first. */
    CSV;

    /** Returns the format that the end of a file's name stands for. */
    public static Optional<InputFormat> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return Optional.of(JSON);
        }
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
            return Optional.of(JSONL);
        }
        return lower.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
    }
}
