package org.stowage.conformance.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;

/** Where one store after another is open. A store in which all went well is used again, since it costs to make one. For one thread. */
public final class Place implements AutoCloseable {

    private final ProviderHarness harness;
    private final Path folder;
    private @Nullable Path current;
    private Map<String, String> options = Map.of();
    private @Nullable Store store;

    /**
     * Creates a place in which nothing is open.
     *
     * @param folder where the stores are made, each in a folder of its own
     */
    public Place(ProviderHarness harness, Path folder) {
        this.harness = harness;
        this.folder = folder;
    }

    ProviderHarness harness() {
        return harness;
    }

    /** Returns a store that is open with the options: a new one, or the one that was open with them. */
    public Store store(Map<String, String> wanted) {
        if (store == null || !options.equals(wanted)) {
            discard();
            options = wanted;
            store = open();
        }
        return store;
    }

    /** Closes the store, whatever goes on in it, and returns it opened again. */
    Store reopened() {
        closeStore();
        Store again = open();
        store = again;
        return again;
    }

    private Store open() {
        PersistenceProvider provider = harness.provider();
        return provider.open(
                StoreConfig.of("conformance", harness.location(folderInUse()).orElse(null), true, provider, options));
    }

    private Path folderInUse() {
        try {
            Path used = current == null ? Files.createTempDirectory(folder, "store") : current;
            current = used;
            return used;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the store and deletes it; the next one will be new. */
    public void discard() {
        closeStore();
        Path used = current;
        current = null;
        if (used != null) {
            delete(used);
        }
    }

    /** Millions of stores would not all have room. */
    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeStore() {
        Store open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        discard();
    }
}
