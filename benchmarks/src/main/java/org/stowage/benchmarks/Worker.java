package org.stowage.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.stowage.benchmarks.run.Turns;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process of one contender and one workload: JMH, in this very process, whose iterations wait for their {@link Turn}. The last thing
 * it says is what it measured.
 */
public final class Worker {

    /** What stands before the figures. */
    public static final String RESULT = "result ";

    /** What stands before the reason why there are none. */
    public static final String FAILED = "failed ";

    private static final double NANOS_IN_SECOND = 1e9;

    // For the compiler to meet JMH's own loop.
    private static final TimeValue SHORT = TimeValue.milliseconds(300);

    private Worker() {}

    /**
     * Measures.
     *
     * @param arguments the class of the workload, the rounds, the milliseconds of a turn, the threads, and parameters as {@code
     *     name=value}
     */
    public static void main(String[] arguments) {
        endWithParent();
        PrintStream answers = System.out;
        // Whatever a library has to say.
        System.setOut(System.err);
        Turn.await(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
        try {
            Class<?> workload = Class.forName(arguments[0]);
            Turns turns = Probe.class.isAssignableFrom(workload)
                    ? probe((Probe) workload.getConstructor().newInstance(), arguments)
                    : measure(arguments);
            answers.println(RESULT + JsonMapper.shared().writeValueAsString(turns));
        } catch (Exception failure) {
            failure.printStackTrace();
            answers.println(
                    FAILED + root(failure).toString().lines().findFirst().orElse(""));
        }
        // Some libraries leave threads behind.
        Runtime.getRuntime().halt(0);
    }

    /** Nobody would wait for the figures any more. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofPlatform().daemon().start(() -> {
                    parent.onExit().join();
                    Runtime.getRuntime().halt(1);
                }));
    }

    private static Turns measure(String[] arguments) throws RunnerException {
        TimeValue turn = TimeValue.milliseconds(Long.parseLong(arguments[2]));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + arguments[0].replace(".", "\\.") + "\\.")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .forks(0)
                .warmupIterations(1)
                .warmupTime(SHORT)
                .measurementIterations(Integer.parseInt(arguments[1]))
                .measurementTime(turn)
                .threads(Integer.parseInt(arguments[3]))
                .timeout(TimeValue.hours(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (int i = 4; i < arguments.length; i++) {
            String[] parameter = arguments[i].split("=", 2);
            options.param(parameter[0], parameter[1]);
        }
        return turns(new Runner(options.build()).run());
    }

    private static Turns probe(Probe probe, String[] arguments) throws Exception {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 4; i < arguments.length; i++) {
            String[] parameter = arguments[i].split("=", 2);
            parameters.put(parameter[0], parameter[1]);
        }
        probe.begin(parameters);
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            Turn.take();
            measured.add(probe.measure(parameters));
        }
        return new Turns(measured, measured, List.of());
    }

    private static Turns turns(Iterable<RunResult> results) {
        List<Double> seconds = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (RunResult result : results) {
            for (BenchmarkResult benchmark : result.getBenchmarkResults()) {
                for (IterationResult iteration : benchmark.getIterationResults()) {
                    double operations = iteration.getPrimaryResult().getScore() * Turn.amount();
                    seconds.add(1 / operations);
                    Result<?> nanos = Objects.requireNonNull(
                            iteration.getSecondaryResults().get(ProcessorTime.COUNTER));
                    // Like the score divided by the time: nanoseconds on the processor in a second on the wall.
                    processor.add(nanos.getScore() / NANOS_IN_SECOND / operations);
                }
            }
        }
        return new Turns(seconds, processor, Turn.compiling());
    }

    // JMH keeps what a workload threw beside its own failure.
    private static Throwable root(Throwable failure) {
        if (failure.getSuppressed().length > 0) {
            return root(failure.getSuppressed()[0]);
        }
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
