package org.stowage.distribution;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.stowage.conformance.ProviderConformance;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.PersistenceProvider;

/** Runs the whole kit against the provider of the authors' guide, compiled as its author would: with the SPI and nothing else. */
class ShelfConformanceTest extends ProviderConformance {

    private static final Path SOURCES = GuideSources.ROOT.resolve("examples/provider-shelf/src/main");
    private static final PersistenceProvider SHELF = compiled();

    ShelfConformanceTest() {
        super(new Harness());
    }

    /** What the kit must know. */
    static final class Harness implements ProviderHarness {

        @Override
        public PersistenceProvider provider() {
            return SHELF;
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.empty();
        }
    }

    private static PersistenceProvider compiled() {
        try {
            // In the build folder, since a loader that is open to the end keeps a temporary one from being deleted.
            Path classes = Files.createDirectories(Path.of("target/shelf"));
            List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", placeOfSpi()));
            try (Stream<Path> files = Files.list(SOURCES.resolve("java/org/example/shelf"))) {
                files.forEach(file -> arguments.add(file.toString()));
            }
            int status = ToolProvider.findFirst("javac")
                    .orElseThrow()
                    .run(System.out, System.err, arguments.toArray(String[]::new));
            if (status != 0) {
                throw new IllegalStateException("the provider of the guide does not compile");
            }
            URLClassLoader loader = new URLClassLoader(new URL[] {
                classes.toUri().toURL(), SOURCES.resolve("resources").toUri().toURL()
            });
            return ServiceLoader.load(PersistenceProvider.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.info().name().equals("shelf"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the provider of the guide cannot be compiled", e);
        }
    }

    private static String placeOfSpi() throws URISyntaxException {
        return Path.of(PersistenceProvider.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
