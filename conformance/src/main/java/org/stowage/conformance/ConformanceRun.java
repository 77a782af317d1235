package org.stowage.conformance;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.stowage.certificate.OptOut;
import org.stowage.conformance.crash.SharedHarness;
import org.stowage.spi.Capabilities;

/**
 * The kit as something to run: all of it against one provider, with a result at the end.
 *
 * <pre>{@code
 * ConformanceRun.of(new MyHarness()).run().requirePassed().certify(Path.of("target/classes"));
 * }</pre>
 *
 * <p>How large its random parts are, the same system properties say as for {@link ProviderConformance}. While it runs, it listens to what
 * is printed to standard output, which a provider has no business with. Not safe for several threads; runs in one process wait for each
 * other.
 */
public final class ConformanceRun {

    /** How long a test may take if nobody says it. */
    static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /** JUnit makes the tests itself, in the thread that runs them. */
    private static final ThreadLocal<@Nullable SharedHarness> TESTED = new ThreadLocal<>();

    private final SharedHarness harness;
    private final List<OptOut> optOuts;
    private Level level = Level.FULL;
    private long seed = Seeds.OF_PROCESS;
    private Duration timeLimit = TIME_LIMIT;
    private Consumer<RunProgress> listener = progress -> {};

    private ConformanceRun(SharedHarness harness) {
        this.harness = harness;
        this.optOuts = new ArrayList<>(harness.here().optOuts());
    }

    /**
     * Prepares a run of everything.
     *
     * @param harness the provider; if its stores last, of a class with a public constructor without parameters, as the processes that are
     *     killed make one of their own
     */
    public static ConformanceRun of(ProviderHarness harness) {
        return of(SharedHarness.of(harness));
    }

    static ConformanceRun of(SharedHarness harness) {
        return new ConformanceRun(harness);
    }

    /** Sets how much of the kit is run; {@link Level#FULL} if this is not called. */
    public ConformanceRun level(Level wanted) {
        level = wanted;
        return this;
    }

    /** Sets where random choices begin; if this is not called, {@code -Dstowage.seed} says it, or chance. */
    public ConformanceRun seed(long wanted) {
        seed = wanted;
        return this;
    }

    /** Sets how long a test may take; if this is not called, five minutes. */
    public ConformanceRun timeLimit(Duration longest) {
        timeLimit = longest;
        return this;
    }

    /**
     * Leaves a rule out, beside those of {@link ProviderHarness#optOuts}.
     *
     * @throws IllegalArgumentException if there is no such rule (names the nearest), or it is left out already or may not be
     */
    public ConformanceRun leaveOut(OptOut optOut) {
        List<OptOut> all = new ArrayList<>(optOuts);
        all.add(optOut);
        OptOuts.of(all);
        optOuts.add(optOut);
        return this;
    }

    /** Tells somebody how far the run has come, after each test, in the thread that runs it. */
    public ConformanceRun onProgress(Consumer<RunProgress> wanted) {
        listener = wanted;
        return this;
    }

    /**
     * Runs the kit.
     *
     * @throws IllegalArgumentException if the harness leaves out a rule that is not there or may not be left out
     */
    public ConformanceResult run() {
        List<DiscoverySelector> selectors = new ArrayList<>(List.of(selectClass(Kit.class)));
        if (harness.here().provider().info().capabilities().durability() != Capabilities.Durability.NONE) {
            selectors.add(selectClass(Crashes.class));
        }
        return run(selectors);
    }

    /** Runs the killed processes alone. */
    ConformanceResult crashes() {
        return run(List.of(selectClass(Crashes.class)));
    }

    private ConformanceResult run(List<DiscoverySelector> selectors) {
        OptOuts leftOut = OptOuts.of(optOuts);
        RunHarness running = new RunHarness(harness.here(), optOuts, seed);
        RunRecord record = new RunRecord(running, leftOut, listener);
        ONE_AT_A_TIME.lock();
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        PrintStream output = System.out;
        try (KitOutput overheard = KitOutput.listening()) {
            record.listenTo(overheard);
            System.setOut(overheard);
            thread.setContextClassLoader(ConformanceRun.class.getClassLoader());
            TESTED.set(new SharedHarness(running, harness.className(), harness.javaOptions()));
            record.run(() -> LauncherFactory.create(withoutStrangers()).execute(request(selectors), record));
        } finally {
            TESTED.remove();
            thread.setContextClassLoader(context);
            System.setOut(output);
            ONE_AT_A_TIME.unlock();
        }
        return record.result(level, seed, optOuts);
    }

    /** What somebody else has on the class path for their own tests must not change ours. */
    private static LauncherConfig withoutStrangers() {
        return LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
    }

    private LauncherDiscoveryRequest request(List<DiscoverySelector> selectors) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.execution.timeout.default", timeLimit.toMillis() + " ms")
                // A thread that hangs need not heed an interrupt.
                .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD");
        if (!level.withoutTags().isEmpty()) {
            request.filters(TagFilter.excludeTags(level.withoutTags()));
        }
        return request.build();
    }

    private static SharedHarness tested() {
        return Objects.requireNonNull(TESTED.get(), "made within a run");
    }

    /** The topics. */
    static final class Kit extends ProviderConformance {
        Kit() {
            super(tested().here());
        }
    }

    /** The killed processes. */
    static final class Crashes extends CrashConformance {
        Crashes() {
            super(tested());
        }
    }
}
