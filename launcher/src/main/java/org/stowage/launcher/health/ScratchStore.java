package org.stowage.launcher.health;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Capabilities.Durability;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;

/** A store that is made to see whether a provider works here: a row is written to it and read again, and all of it is thrown away. */
final class ScratchStore {

    private static final String ENTITY = "patient";
    private static final EntitySchema SCHEMA = EntitySchema.named(ENTITY)
            .required("id", ValueType.INT64)
            .optional("name", ValueType.TEXT)
            .key("id")
            .build();
    private static final Row ROW = Row.of(1L, "healthy");

    private final PersistenceProvider provider;

    ScratchStore(PersistenceProvider provider) {
        this.provider = provider;
    }

    /**
     * What came of it.
     *
     * @param time how long all of it took
     * @param location what the provider takes for a location, for people
     */
    record Outcome(Duration time, String location) {}

    /**
     * Tries the provider.
     *
     * @throws BadConfigurationException if it can be opened neither without a location nor with a path
     * @throws IOException if there is no folder for it
     */
    Outcome tryOut() throws IOException {
        Path folder = Files.createTempDirectory("stowage-doctor");
        try {
            long start = System.nanoTime();
            String location = tryOut(folder);
            return new Outcome(Duration.ofNanos(System.nanoTime() - start), location);
        } finally {
            delete(folder);
        }
    }

    private String tryOut(Path folder) throws IOException {
        Path place = folder.resolve("store");
        try {
            use(place.toString());
        } catch (BadConfigurationException withPlace) {
            try {
                use(null);
            } catch (BadConfigurationException e) {
                throw withPlace;
            }
            return "no location";
        }
        if (Files.isDirectory(place)) {
            return "a folder";
        }
        return hasContent(folder) ? "a file" : "a name of its own kind";
    }

    private static boolean hasContent(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isPresent();
        }
    }

    /** Writes a row and reads it, and reads it again from the store opened anew where it is to survive that. */
    private void use(@Nullable String location) {
        try (OpenStore store = open(location)) {
            store.ensure(SCHEMA);
            store.write(transaction -> transaction.apply(new Change.Insert(ENTITY, List.of(ROW))));
            requireRow(store);
        }
        if (provider.info().capabilities().durability() != Durability.NONE) {
            try (OpenStore store = open(location)) {
                requireRow(store);
            }
        }
    }

    private OpenStore open(@Nullable String location) {
        return OpenStore.open(provider, StoreConfig.of("doctor", location, true, provider, Map.of()));
    }

    private static void requireRow(OpenStore store) {
        Optional<Row> row = store.read(transaction -> transaction.get(ENTITY, Key.of(1L)));
        if (!row.equals(Optional.of(ROW))) {
            throw new IllegalStateException("a row that was written is read as " + row);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
