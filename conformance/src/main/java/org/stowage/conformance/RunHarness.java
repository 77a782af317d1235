package org.stowage.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.stowage.certificate.OptOut;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;

/** A harness within a {@link ConformanceRun}, which has one seed, and is given up when the provider hangs again and again. */
final class RunHarness implements ProviderHarness {

    private static final int MOST_TIMEOUTS = 3;

    static final String GIVEN_UP = "the run was given up after " + MOST_TIMEOUTS + " tests that did not end in time";

    private final ProviderHarness harness;
    private final List<OptOut> optOuts;
    private final long seed;
    private final AtomicInteger timeouts = new AtomicInteger();

    RunHarness(ProviderHarness harness, List<OptOut> optOuts, long seed) {
        this.harness = harness;
        this.optOuts = optOuts;
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    void timedOut() {
        timeouts.incrementAndGet();
    }

    boolean givenUp() {
        return timeouts.get() >= MOST_TIMEOUTS;
    }

    @Override
    public List<OptOut> optOuts() {
        return optOuts;
    }

    @Override
    public PersistenceProvider provider() {
        return harness.provider();
    }

    @Override
    public Optional<String> location(Path folder) {
        return harness.location(folder);
    }

    @Override
    public Map<String, String> options() {
        return harness.options();
    }

    @Override
    public List<Map<String, String>> otherOptions() {
        return harness.otherOptions();
    }

    @Override
    public Set<Ability> abilities() {
        return harness.abilities();
    }

    @Override
    public Optional<SimulatedMedium> medium() {
        return harness.medium();
    }

    @Override
    public Store open(Path folder) {
        return harness.open(folder);
    }
}
