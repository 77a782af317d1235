package org.stowage.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;
import org.stowage.StowageBuilder;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.Capabilities.Sharing;
import org.stowage.spi.PersistenceProvider;

/** Stores that were opened and filled for tests, with the folder that they are in. */
final class TestStores implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(TestStores.class);
    private static final String PROVIDER = "provider";

    private final Stowage stowage;
    private final @Nullable Path folder;

    private TestStores(Stowage stowage, @Nullable Path folder) {
        this.stowage = stowage;
        this.folder = folder;
    }

    /** Opens stores and fills them. */
    static TestStores open(
            ExtensionContext context, String provider, Preparation preparation, List<StoreLayer> layers) {
        ProviderRegistry registry = registry(context);
        PersistenceProvider chosen = registry.provider(provider).provider();
        boolean placeless = chosen.info().capabilities().sharing() == Sharing.PRIVATE;
        Path folder = placeless ? null : newFolder();
        try {
            StowageBuilder builder = Stowage.builder().registry(registry);
            layers.forEach(builder::layer);
            preparation.open(builder, name -> folder == null ? provider : provider + ":" + folder.resolve(name));
            TestStores stores = new TestStores(builder.open(), folder);
            preparation.fill(stores.stowage);
            return stores;
        } catch (RuntimeException | Error failure) {
            remove(folder);
            throw failure;
        }
    }

    Stowage stowage() {
        return stowage;
    }

    /** Returns where objects are kept that belong to a context and end with it. */
    static Store kept(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** Returns the providers, which are looked for once. */
    static ProviderRegistry registry(ExtensionContext context) {
        return kept(context.getRoot())
                .getOrComputeIfAbsent(
                        ProviderRegistry.class,
                        key -> ProviderRegistry.builder().applicationPath().build(),
                        ProviderRegistry.class);
    }

    /** Lets all tests of a context run on a provider. */
    static void chooseProvider(ExtensionContext context, String provider) {
        kept(context).put(PROVIDER, provider);
    }

    /** Returns the provider that was chosen for a test, or null. */
    static @Nullable String chosenProvider(ExtensionContext context) {
        return kept(context).get(PROVIDER, String.class);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("stowage-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stowage.close();
        } finally {
            remove(folder);
        }
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
