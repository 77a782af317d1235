package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.stowage.conformance.sequence.SequenceTrial;
import org.stowage.spi.PersistenceProvider;

/** The kit is tried on providers that are known to be wrong in one way each, and on the same one without a defect. */
class BrokenProviderTest {

    private static final String DEFECT = "stowage.conformance.defect";

    /** The kit as an author of a provider runs it. */
    static final class Kit extends ProviderConformance {

        Kit() {
            super(new Broken(Defect.valueOf(System.getProperty(DEFECT, Defect.NONE.name()))));
        }
    }

    private record Broken(Defect defect) implements ProviderHarness {

        @Override
        public PersistenceProvider provider() {
            return new BrokenProvider(defect);
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.empty();
        }
    }

    @TestFactory
    Stream<DynamicTest> theKitNotices() {
        return Stream.of(Defect.values())
                .map(defect -> DynamicTest.dynamicTest(defect.name(), () -> {
                    Set<String> failed = failures(defect);
                    if (defect == Defect.NONE) {
                        assertThat(failed).containsExactly(defect.noticedBy());
                    } else {
                        assertThat(failed).contains(defect.noticedBy());
                    }
                }));
    }

    @Test
    void aRandomSequenceThatDiffersIsShrunkToWhatMatters(@TempDir Path folder) {
        SequenceTrial trial = new SequenceTrial(new Broken(Defect.COUNTS_ONLY_WHAT_CHANGED), folder);
        String difference = LongStream.range(0, 1_000)
                .mapToObj(trial::difference)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();

        // A row, and the update that leaves it as it is.
        assertThat(difference)
                .containsPattern("2\\. Write.*Update")
                .doesNotContain("3. ")
                .contains("count=1", "count=0");
    }

    /** Runs the kit, but for the random sequences, and returns which tests failed, as topic and name. */
    private static Set<String> failures(Defect defect) {
        Set<String> failed = Collections.synchronizedSet(new TreeSet<>());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(ProviderConformance.class.getDeclaredClasses())
                        .filter(topic -> topic != ProviderConformance.RandomSequences.class)
                        .map(topic -> DiscoverySelectors.selectNestedClass(List.of(Kit.class), topic))
                        .toList())
                .build();
        System.setProperty(DEFECT, defect.name());
        try {
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (result.getStatus() == TestExecutionResult.Status.FAILED
                            && test.getSource().orElse(null) instanceof MethodSource source) {
                        String topic = source.getClassName().replaceFirst(".*\\$", "");
                        failed.add(topic + "." + source.getMethodName());
                    }
                }
            });
        } finally {
            System.clearProperty(DEFECT);
        }
        return failed;
    }
}
