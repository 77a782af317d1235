package org.stowage.launcher.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.launcher.Surroundings;

/** Finds the providers: those of the distribution and those of folders that somebody names. */
public final class ProviderSearch {

    private ProviderSearch() {}

    /**
     * Returns the registry of them, which the caller closes.
     *
     * @param folders the folders that the command line names; if none, those that the environment or {@code stowage.properties} names
     * @param policy what the command line requires of providers; if null, what the environment or {@code stowage.properties} requires
     */
    public static ProviderRegistry search(Surroundings surroundings, List<Path> folders, @Nullable String policy) {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().applicationPath();
        Path home = surroundings.home();
        if (home != null && Files.isDirectory(home.resolve("providers"))) {
            builder.folder(home.resolve("providers"));
        }
        if (folders.isEmpty()) {
            String named = setting(surroundings, "STOWAGE_PROVIDERS", "providers");
            if (named != null) {
                builder.folder(Path.of(named));
            }
        }
        folders.forEach(builder::folder);
        String required = policy == null ? setting(surroundings, "STOWAGE_REQUIRE", "require") : policy;
        if (required != null) {
            builder.require(required);
        }
        return builder.build();
    }

    private static @Nullable String setting(Surroundings surroundings, String variable, String key) {
        String text = surroundings.environment().get(variable);
        return text == null || text.isBlank()
                ? PropertiesFile.read(surroundings.folder().resolve(StoreFinder.PROPERTIES))
                        .get(key)
                : text.strip();
    }
}
