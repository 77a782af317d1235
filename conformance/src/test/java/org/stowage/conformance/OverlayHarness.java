package org.stowage.conformance;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.stowage.spi.PersistenceProvider;

/**
 * Overlays as if they were a provider.
 *
 * @param provider makes them
 * @param beneath knows where the stores beneath may be
 */
record OverlayHarness(PersistenceProvider provider, ProviderHarness beneath) implements ProviderHarness {

    @Override
    public Optional<String> location(Path folder) {
        return beneath.location(folder);
    }

    @Override
    public Set<Ability> abilities() {
        return beneath.abilities();
    }
}
