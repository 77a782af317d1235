package org.stowage.application;

import java.util.Map;
import java.util.Optional;
import org.stowage.Stowage;

/**
 * What an application is started with.
 *
 * @param stowage the stores that were asked for; whoever starts the application closes it
 * @param options the options that were given, as texts by name; a flag that was given is {@code true}
 */
public record ApplicationContext(Stowage stowage, Map<String, String> options) {

    /** Creates the context with a copy of the options. */
    public ApplicationContext {
        options = Map.copyOf(options);
    }

    /** Returns whether a flag was given. */
    public boolean flag(ApplicationOption option) {
        return "true".equals(options.get(option.name()));
    }

    /** Returns an option's text, given or default, if it has a value. */
    public Optional<String> text(ApplicationOption option) {
        return Optional.ofNullable(options.get(option.name())).or(option::defaultValue);
    }
}
