package org.stowage.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An option of an application.
 *
 * @param name lower-case words with hyphens, without leading hyphens
 * @param value what its value is called, for people, or null if it takes none and only is there or not
 * @param description one line for people, with unit and bounds
 * @param defaultText what its value is when it is not given, or null if it then has none
 */
public record ApplicationOption(
        String name,
        @Nullable String value,
        String description,
        @Nullable String defaultText) {

    /** Returns an option that takes no value. */
    public static ApplicationOption flag(String name, String description) {
        return new ApplicationOption(name, null, description, null);
    }

    /** Returns an option that takes a value and has a default. */
    public static ApplicationOption value(String name, String value, String description, String defaultText) {
        return new ApplicationOption(name, value, description, defaultText);
    }

    /** Returns whether it takes no value. */
    public boolean isFlag() {
        return value == null;
    }

    /** Returns what its value is called, if it takes one. */
    public Optional<String> valueName() {
        return Optional.ofNullable(value);
    }

    /** Returns what its value is when it is not given, if it then has one. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultText);
    }
}
