package org.stowage.launcher.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.launcher.Surroundings;

/** Finds the providers: those of the distribution and those of folders that somebody names. */
public final class ProviderSearch {

    private static final String PREFER_VARIABLE = "STOWAGE_PREFER_";
    private static final String PREFER_KEY = "prefer.";

    private ProviderSearch() {}

    /**
     * Returns the registry of them, which the caller closes.
     *
     * @param folders the folders that the command line names; if none, those that the environment or {@code stowage.properties} names
     * @param preferred the places that count where several have a provider of one name, by that name, as the command line has them; the
     *     others are those of the environment and of {@code stowage.properties}
     * @param policy what the command line requires of providers; if null, what the environment or {@code stowage.properties} requires
     */
    public static ProviderRegistry search(
            Surroundings surroundings, List<Path> folders, Map<String, String> preferred, @Nullable String policy) {
        ProviderRegistry.Builder builder = search(surroundings, preferred, policy);
        for (ProviderFolder folder : ProviderFolder.all(surroundings, folders)) {
            // Whoever needs nothing of it can go on; whoever does is told once more what is there.
            if (!Files.isDirectory(folder.path())) {
                surroundings
                        .errors()
                        .println("stowage: warning: there is no folder '" + folder.path() + "' of providers");
            }
            builder.folder(folder.path());
        }
        return builder.build();
    }

    /** Starts a search that has no folders yet. */
    public static ProviderRegistry.Builder search(
            Surroundings surroundings, Map<String, String> preferred, @Nullable String policy) {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().applicationPath();
        Map<String, String> properties =
                PropertiesFile.read(surroundings.folder().resolve(StoreFinder.PROPERTIES));
        preferred(surroundings.environment(), properties, preferred).forEach(builder::prefer);
        String required =
                policy == null ? setting(surroundings.environment(), properties, "STOWAGE_REQUIRE", "require") : policy;
        return required == null ? builder : builder.require(required);
    }

    private static Map<String, String> preferred(
            Map<String, String> environment, Map<String, String> properties, Map<String, String> preferred) {
        Map<String, String> places = new TreeMap<>();
        properties.forEach((key, place) -> {
            if (key.startsWith(PREFER_KEY)) {
                places.put(key.substring(PREFER_KEY.length()), place);
            }
        });
        environment.forEach((variable, place) -> {
            if (variable.startsWith(PREFER_VARIABLE) && !place.isBlank()) {
                String name = variable.substring(PREFER_VARIABLE.length());
                places.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), place.strip());
            }
        });
        places.putAll(preferred);
        return places;
    }

    private static @Nullable String setting(
            Map<String, String> environment, Map<String, String> properties, String variable, String key) {
        String text = environment.get(variable);
        return text == null || text.isBlank() ? properties.get(key) : text.strip();
    }
}
