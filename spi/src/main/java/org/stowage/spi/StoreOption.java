package org.stowage.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An option that a provider understands when a store is opened. The launcher shows it, checks what is given against it and keeps
 * secret ones out of every message.
 *
 * @param name lower-case words with hyphens, such as {@code lock-timeout}
 * @param kind how its text is read
 * @param description one line for people, with unit and bounds
 * @param defaultText what it is when it is not given, as text, or null if it then has no value
 * @param choices the allowed texts of a {@link Kind#CHOICE}, otherwise empty
 * @param secret whether its value must never be shown
 */
public record StoreOption(
        String name,
        Kind kind,
        String description,
        @Nullable String defaultText,
        List<String> choices,
        boolean secret) {

    /** How an option's text is read. */
    public enum Kind {
        /** As it is. */
        TEXT,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A whole number from 0. */
        COUNT,
        /** A time: a number and {@code ms}, {@code s}, {@code m} or {@code h}. */
        DURATION,
        /** One of the choices. */
        CHOICE
    }

    /** Creates the option with a copy of the choices. */
    public StoreOption {
        choices = List.copyOf(choices);
    }

    /** Returns an option that is not a choice and not secret. */
    public static StoreOption of(String name, Kind kind, String description, @Nullable String defaultText) {
        return new StoreOption(name, kind, description, defaultText, List.of(), false);
    }

    /** Returns an option that takes one of the choices, the first of them if it is not given. */
    public static StoreOption choice(String name, String description, String... choices) {
        return new StoreOption(name, Kind.CHOICE, description, choices[0], List.of(choices), false);
    }

    /** Returns an option whose value must never be shown. */
    public static StoreOption secret(String name, String description) {
        return new StoreOption(name, Kind.TEXT, description, null, List.of(), true);
    }

    /** Returns what the option is when it is not given, if it then has a value. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultText);
    }
}
