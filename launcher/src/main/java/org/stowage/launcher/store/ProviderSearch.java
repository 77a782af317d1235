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
     */
    public static ProviderRegistry search(Surroundings surroundings, List<Path> folders) {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().applicationPath();
        Path home = surroundings.home();
        if (home != null && Files.isDirectory(home.resolve("providers"))) {
            builder.folder(home.resolve("providers"));
        }
        if (folders.isEmpty()) {
            String named = named(surroundings);
            if (named != null) {
                builder.folder(Path.of(named));
            }
        }
        folders.forEach(builder::folder);
        return builder.build();
    }

    private static @Nullable String named(Surroundings surroundings) {
        String variable = surroundings.environment().get("STOWAGE_PROVIDERS");
        return variable == null || variable.isBlank()
                ? PropertiesFile.read(surroundings.folder().resolve(StoreFinder.PROPERTIES))
                        .get("providers")
                : variable.strip();
    }
}
