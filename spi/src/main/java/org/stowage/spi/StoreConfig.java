package org.stowage.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/**
 * Where and how a store is opened. Options are texts that have been checked against what the provider declares and
 * against {@link EngineOptions}; those that were not given have their defaults. Immutable. Secret values never appear in {@link #toString()} or in a message.
 */
public final class StoreConfig {

    private final String store;
    private final @Nullable String location;
    private final boolean create;
    private final Map<String, StoreOption> declared;
    private final Map<String, String> given;

    private StoreConfig(
            String store,
            @Nullable String location,
            boolean create,
            Map<String, StoreOption> declared,
            Map<String, String> given) {
        this.store = store;
        this.location = location;
        this.create = create;
        this.declared = Map.copyOf(declared);
        this.given = Map.copyOf(given);
    }

    /**
     * Returns a configuration.
     *
     * @param store what the application calls the store, for messages
     * @param location where the data is, in the provider's own notation, or null if none was given
     * @param create whether a store that does not exist is made
     * @param provider whose options are meant
     * @param options the options that were given, as texts by name
     * @throws BadConfigurationException if an option is unknown (suggests the nearest) or its text cannot be read
     */
    public static StoreConfig of(
            String store,
            @Nullable String location,
            boolean create,
            PersistenceProvider provider,
            Map<String, String> options) {
        Map<String, StoreOption> declared = Stream.concat(provider.options().stream(), EngineOptions.all().stream())
                .collect(Collectors.toMap(StoreOption::name, option -> option));
        options.forEach((name, text) -> OptionCheck.check(store, provider.info().name(), declared, name, text));
        return new StoreConfig(store, location, create, declared, options);
    }

    /** Returns what the application calls the store. */
    public String store() {
        return store;
    }

    /** Returns where the data is, in the provider's own notation, if it was given. */
    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    /** Returns whether a store that does not exist is made. */
    public boolean create() {
        return create;
    }

    /** Returns an option's text, given or default, if it has a value. */
    public Optional<String> text(String option) {
        StoreOption declaration = declaration(option);
        String text = given.get(option);
        return text == null ? declaration.defaultValue() : Optional.of(text);
    }

    /** Returns the value of a {@link StoreOption.Kind#FLAG}, false if it has none. */
    public boolean flag(String option) {
        return text(option).map("true"::equals).orElse(false);
    }

    /** Returns the value of a {@link StoreOption.Kind#COUNT}, 0 if it has none. */
    public long count(String option) {
        return text(option).map(Long::parseLong).orElse(0L);
    }

    /** Returns the value of a {@link StoreOption.Kind#DURATION}, zero if it has none. */
    public Duration duration(String option) {
        return text(option).map(OptionCheck::duration).orElse(Duration.ZERO);
    }

    private StoreOption declaration(String option) {
        return Objects.requireNonNull(
                declared.get(option), () -> "the provider does not declare option '" + option + "'");
    }

    /**
     * Returns the location.
     *
     * @throws BadConfigurationException if none was given
     */
    public String requiredLocation() {
        return location()
                .orElseThrow(() -> new BadConfigurationException(
                        ErrorContext.of(store), "store '" + store + "' needs a location, and none was given"));
    }

    /** Returns the configuration for people, secrets masked. */
    @Override
    public String toString() {
        String options = given.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(option ->
                        option.getKey() + "=" + (declaration(option.getKey()).secret() ? "***" : option.getValue()))
                .collect(Collectors.joining(", "));
        return store + " at " + location + " [" + options + "]";
    }
}
