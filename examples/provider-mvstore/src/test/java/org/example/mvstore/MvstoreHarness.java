package org.example.mvstore;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.stowage.conformance.Ability;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.PersistenceProvider;

/** What the kit must know of the provider. */
public final class MvstoreHarness implements ProviderHarness {

    @Override
    public PersistenceProvider provider() {
        return new MvstoreProvider();
    }

    @Override
    public Optional<String> location(Path folder) {
        return Optional.of(folder.resolve("store.mv").toString());
    }

    /** Returns what Stowage's engine does. */
    @Override
    public Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.UNWRAPS));
    }
}
