package org.stowage.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.certificate.KitRequest;
import org.stowage.spi.PersistenceProvider;

/**
 * A provider that was dropped in, whose author has written no harness. Another process finds it in the same folders, by what a file says
 * that the system property {@value #FILE} names; a command line would show its options to everybody.
 */
public final class FoundHarness implements ProviderHarness {

    static final String FILE = "stowage.conformance.found";

    private final PersistenceProvider provider;
    private final @Nullable String location;
    private final Map<String, String> options;
    private final Set<Ability> abilities;

    /** Finds the provider in another process than that in which the kit runs. */
    public FoundHarness() {
        this(read(Path.of(System.getProperty(FILE))));
    }

    private FoundHarness(Properties found) {
        this(found(found), found.getProperty("location"), options(found), Set.of());
    }

    FoundHarness(
            PersistenceProvider provider,
            @Nullable String location,
            Map<String, String> options,
            Set<Ability> abilities) {
        this.provider = provider;
        this.location = location;
        this.options = options;
        this.abilities = abilities;
    }

    /** Writes down how another process finds the same. */
    void write(Path file, KitRequest request) throws IOException {
        Properties found = new Properties();
        found.setProperty("provider", request.provider().name());
        found.setProperty("place", request.provider().place());
        List<Path> folders = request.folders();
        IntStream.range(0, folders.size())
                .forEach(i -> found.setProperty(
                        "folder." + i, folders.get(i).toAbsolutePath().toString()));
        if (location != null) {
            found.setProperty("location", location);
        }
        options.forEach((name, text) -> found.setProperty("option." + name, text));
        try (OutputStream content = Files.newOutputStream(file)) {
            found.store(content, null);
        }
    }

    private static Properties read(Path file) {
        Properties found = new Properties();
        try (InputStream content = Files.newInputStream(file)) {
            found.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    // The registry stays open as long as the process is there.
    private static PersistenceProvider found(Properties found) {
        ProviderRegistry.Builder registry = ProviderRegistry.builder().applicationPath();
        for (int i = 0; found.getProperty("folder." + i) != null; i++) {
            registry.folder(Path.of(found.getProperty("folder." + i)));
        }
        String name = found.getProperty("provider");
        return registry.prefer(name, found.getProperty("place"))
                .build()
                .provider(name)
                .provider();
    }

    private static Map<String, String> options(Properties found) {
        Map<String, String> options = new HashMap<>();
        found.stringPropertyNames().stream()
                .filter(key -> key.startsWith("option."))
                .forEach(key -> options.put(key.substring("option.".length()), found.getProperty(key)));
        return options;
    }

    @Override
    public PersistenceProvider provider() {
        return provider;
    }

    @Override
    public Optional<String> location(Path folder) {
        return Optional.ofNullable(location).map(form -> form.replace(KitRequest.FOLDER, folder.toString()));
    }

    @Override
    public Map<String, String> options() {
        return options;
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }
}
