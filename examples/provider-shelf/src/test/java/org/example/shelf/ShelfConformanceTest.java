package org.example.shelf;

import java.nio.file.Path;
import java.util.Optional;
import org.stowage.conformance.ProviderConformance;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.PersistenceProvider;

/** The whole contract, run against this provider. */
class ShelfConformanceTest extends ProviderConformance {

    ShelfConformanceTest() {
        super(new Harness());
    }

    /** What the kit must know. */
    public static final class Harness implements ProviderHarness {

        @Override
        public PersistenceProvider provider() {
            return new ShelfProvider();
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.empty();
        }
    }
}
