package org.stowage.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;
import org.stowage.Stowage;
import org.stowage.StowageBuilder;
import org.stowage.conformance.AssertingProvider;
import org.stowage.spi.Capabilities.Sharing;

/**
 * Stores of one provider, whichever it is: no test knows its name.
 *
 * @param pushDown whether the provider's help with searches is taken
 */
record TestStore(RegisteredProvider provider, boolean pushDown) {

    /** Longer than a machine stalls, while one thread has what another waits for. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final ProviderRegistry PROVIDERS = watched();

    /** Returns all providers on the class path, each of which fails when the engine above it does not keep its side of the contract. */
    private static ProviderRegistry watched() {
        ProviderRegistry.Builder watched = ProviderRegistry.builder();
        ProviderRegistry.discover()
                .providers()
                .forEach(found -> watched.provider(new AssertingProvider(found.provider())));
        return watched.build();
    }

    /** Returns the stores of all providers on the class path. */
    static Stream<TestStore> all() {
        return PROVIDERS.providers().stream().map(provider -> new TestStore(provider, true));
    }

    /** Returns the stores of all providers, searched with their help and without. */
    static Stream<TestStore> withAndWithoutPushDown() {
        return all().flatMap(store -> Stream.of(store, new TestStore(store.provider, false)));
    }

    /** Opens a new store for everything. */
    Stowage open(Path folder) {
        return builder(folder).open();
    }

    /** Starts with a new store for everything. */
    StowageBuilder builder(Path folder) {
        return store(Stowage.builder().registry(PROVIDERS).patience(PATIENCE), "*", folder);
    }

    /** Adds a new store of a name. */
    StowageBuilder store(StowageBuilder builder, String name, Path folder) {
        return builder.store(name, url(folder, name.equals("*") ? "all" : name))
                .option(name, "push-down", Boolean.toString(pushDown));
    }

    /** Returns where a store of a name is in a folder, if its provider has stores that another can find. */
    String url(Path folder, String name) {
        boolean found = provider.info().capabilities().sharing() != Sharing.PRIVATE;
        return found ? provider.name() + ":" + folder.resolve(name) : provider.name();
    }

    @Override
    public String toString() {
        return provider.name() + (pushDown ? "" : " without push-down");
    }
}
