package org.example.flawed;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stowage.conformance.Ability;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.PersistenceProvider;

/** A provider with one fault. */
class FlawedHarness implements ProviderHarness {

    private final PersistenceProvider provider;
    private final Fault fault;

    FlawedHarness(PersistenceProvider provider, Fault fault) {
        this.provider = provider;
        this.fault = fault;
    }

    /** The one of which processes of their own are made. */
    public static final class Early extends FlawedHarness {

        /** Creates it. */
        public Early() {
            super(new FlawedFileProvider(), Fault.ACKNOWLEDGES_EARLY);
        }
    }

    @Override
    public PersistenceProvider provider() {
        return provider;
    }

    @Override
    public Optional<String> location(Path folder) {
        return provider instanceof FlawedFileProvider
                ? Optional.of(folder.resolve("state").toString())
                : Optional.empty();
    }

    @Override
    public Map<String, String> options() {
        return Map.of("fault", fault.toString());
    }

    /** Returns what its scans do: all that the engine's do. */
    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.FILTERS, Ability.ORDERS, Ability.LIMITS);
    }
}
