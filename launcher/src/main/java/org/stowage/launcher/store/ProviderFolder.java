package org.stowage.launcher.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stowage.launcher.Surroundings;

/**
 * A folder in which providers are looked for.
 *
 * @param path where it is
 * @param source who says so, as in {@code the command line}
 */
public record ProviderFolder(Path path, String source) {

    /**
     * Returns those that count, in the order in which they are searched.
     *
     * @param named the folders that the command line names; if none, those that the environment or {@code stowage.properties} names
     */
    public static List<ProviderFolder> all(Surroundings surroundings, List<Path> named) {
        List<ProviderFolder> folders = new ArrayList<>();
        Path home = surroundings.home();
        if (home != null && Files.isDirectory(home.resolve("providers"))) {
            folders.add(new ProviderFolder(home.resolve("providers"), "the distribution"));
        }
        named.forEach(path -> folders.add(new ProviderFolder(path, "--providers")));
        if (named.isEmpty()) {
            String variable = surroundings.environment().get("STOWAGE_PROVIDERS");
            if (variable != null && !variable.isBlank()) {
                folders.add(new ProviderFolder(Path.of(variable.strip()), "STOWAGE_PROVIDERS"));
                return folders;
            }
            Path properties = surroundings.folder().resolve(StoreFinder.PROPERTIES);
            String setting = PropertiesFile.read(properties).get("providers");
            if (setting != null) {
                folders.add(new ProviderFolder(Path.of(setting), properties.toString()));
            }
        }
        return folders;
    }
}
