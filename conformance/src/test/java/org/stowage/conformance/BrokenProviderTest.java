package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.stowage.spi.PersistenceProvider;

/** The kit is tried on providers that are known to be wrong in one way each, and on the same ones without a fault. */
class BrokenProviderTest {

    /** A provider with a fault is still a wrapper, which no service file names. */
    private static final String NO_SERVICE = "isFoundAsAService";

    /** What has nothing to do with anything but opening and closing, and would be in the way of all else. */
    private static final Set<Fault> LEAKS = Set.of(Fault.LEAKED_LOCK_AFTER_CLOSE, Fault.LEAKED_THREAD_AFTER_CLOSE);

    /** The kit as an author of a provider runs it. */
    static final class Kit extends ProviderConformance {

        /** The fault on which a thread runs the kit; tests are made by the thread that runs them. */
        private static final ThreadLocal<Fault> FAULT = ThreadLocal.withInitial(() -> Fault.NONE);

        Kit() {
            super(new Broken(FAULT.get()));
        }
    }

    record Broken(Fault fault, BrokenProvider broken) implements ProviderHarness {

        Broken(Fault fault) {
            this(fault, new BrokenProvider(fault));
        }

        @Override
        public PersistenceProvider provider() {
            return broken;
        }

        @Override
        public Optional<String> location(Path folder) {
            return BrokenProvider.location(fault, folder);
        }

        @Override
        public Set<Ability> abilities() {
            // Its scans do all, and are those of a wrapper, which neither counts nor explains.
            return fault.besideOthers()
                    ? new Harnesses.Memory().abilities()
                    : Set.of(Ability.FILTERS, Ability.ORDERS, Ability.LIMITS);
        }

        @Override
        public Optional<SimulatedMedium> medium() {
            return fault.onMedium() ? Optional.of(JsonFileMedium.with(fault)) : Optional.empty();
        }
    }

    @Test
    void catchesEveryPlantedFaultAndNamesTheRuleThatIsBroken() throws Exception {
        int caught = caught(Fault.planted());
        System.out.printf(
                "figure: planted-faults: %d of %d caught, the broken rule named%n",
                caught, Fault.planted().size());
        assertThat(caught).isEqualTo(Fault.planted().size()).isEqualTo(30);
    }

    @Test
    void catchesOtherFaultsAsWell() throws Exception {
        assertThat(caught(Fault.more())).isEqualTo(Fault.more().size());
    }

    static List<Fault> sound() {
        return Fault.none();
    }

    @ParameterizedTest
    @MethodSource("sound")
    void passesTheSameProviderWithoutAFault(Fault none) {
        Map<String, String> failures = failures(none);
        failures.remove(NO_SERVICE);

        assertThat(failures).isEmpty();
    }

    /** Returns how many faults are caught, tried on all processors. */
    private static int caught(List<Fault> faults) throws InterruptedException, ExecutionException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            int caught = 0;
            for (Future<Boolean> result : threads.invokeAll(faults.stream()
                    .<Callable<Boolean>>map(fault -> () -> catches(fault))
                    .toList())) {
                caught += result.get() ? 1 : 0;
            }
            return caught;
        }
    }

    private static boolean catches(Fault fault) {
        Map<String, String> failures = failures(fault);
        failures.remove(NO_SERVICE);
        List<String> naming = failures.entrySet().stream()
                .filter(failure -> failure.getValue().contains(fault.broken().toString()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        System.out.printf(
                "  %-34s %-5s %s%s%n",
                fault,
                fault.broken().number(),
                naming.isEmpty() ? "NOT CAUGHT" : naming,
                failures.size() > naming.size() ? " and " + (failures.size() - naming.size()) + " more" : "");
        return !naming.isEmpty();
    }

    /** Runs the kit, but for what is random, and returns the message of each test that failed. */
    private static Map<String, String> failures(Fault fault) {
        Map<String, String> failed = new ConcurrentHashMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(ProviderConformance.class.getDeclaredClasses())
                        .filter(topic -> fault.onMedium() == (topic == ProviderConformance.Durability.class))
                        .filter(topic -> !LEAKS.contains(fault) || topic == ProviderConformance.Lifecycle.class)
                        .map(topic -> DiscoverySelectors.selectNestedClass(List.of(Kit.class), topic))
                        .toList())
                .filters(TagFilter.excludeTags("random"))
                .build();
        Kit.FAULT.set(fault);
        try {
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (result.getStatus() == TestExecutionResult.Status.FAILED
                            && test.getSource().orElse(null)
                                    instanceof org.junit.platform.engine.support.descriptor.MethodSource source) {
                        failed.put(
                                source.getMethodName(),
                                result.getThrowable().map(String::valueOf).orElse(""));
                    }
                }
            });
        } finally {
            Kit.FAULT.remove();
        }
        return failed;
    }
}
