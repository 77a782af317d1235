package org.stowage.launcher.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the distribution takes when nobody says otherwise, out of its {@code conf/defaults.properties}: {@code provider} is the provider,
 * {@code scratch} the one for data that is thrown away, {@code at.NAME} where a provider keeps its data. A JAR that holds everything
 * holds that file too.
 */
public final class Defaults {

    private static final String FILE = "conf/defaults.properties";

    private final Map<String, String> settings;

    private Defaults(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Returns the defaults of a distribution; those on the class path, if any, where there is none. */
    public static Defaults of(@Nullable Path home) {
        return new Defaults(home == null ? PropertiesFile.readBundled(FILE) : PropertiesFile.read(home.resolve(FILE)));
    }

    /** Returns the provider when none is named. */
    Optional<String> provider() {
        return Optional.ofNullable(settings.get("provider"));
    }

    /** Returns the provider for data that is thrown away. */
    public Optional<String> scratchProvider() {
        return Optional.ofNullable(settings.get("scratch"));
    }

    /** Returns where a provider keeps its data when no place is named. */
    Optional<String> location(String provider) {
        return Optional.ofNullable(settings.get("at." + provider));
    }
}
