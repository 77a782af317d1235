package org.stowage.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Lets one contender measure at a time: an iteration waits until the process that started all contenders says that it is its turn;
 * it is over when the next one is waited for. Without such a process nobody waits.
 */
@State(Scope.Benchmark)
public class Turn {

    /** What a contender says when it could go on. */
    public static final String READY = "ready";

    /** What it is told when it may. */
    public static final String GO = "go";

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    private static final List<Double> COMPILING = new ArrayList<>();

    private static @Nullable BufferedReader orders;
    private static @Nullable PrintStream answers;

    private static double amount = 1;

    private long started;
    private long compiled;

    /** Lets all iterations of this process wait for their turns. */
    static void await(BufferedReader orders, PrintStream answers) {
        Turn.orders = orders;
        Turn.answers = answers;
    }

    /** Returns how much of each turn the compiler was at work, all its threads together; more than a little says that it is too early. */
    static List<Double> compiling() {
        return COMPILING;
    }

    /** Returns how many units an operation is; one if nobody says otherwise. */
    static double amount() {
        return amount;
    }

    /** Says how many units an operation is, if it is counted in others than itself. */
    static void amount(double units) {
        amount = units;
    }

    /** Waits for the turn. */
    @Setup(Level.Iteration)
    public void take(IterationParams iteration) throws IOException {
        if (iteration.getType() == IterationType.MEASUREMENT) {
            take();
        }
        compiled = COMPILER.getTotalCompilationTime();
        started = System.nanoTime();
    }

    /** Waits until somebody says that it is time. */
    static void take() throws IOException {
        if (orders != null && answers != null) {
            answers.println(READY);
            if (!GO.equals(orders.readLine())) {
                throw new IOException("nobody waits for this contender");
            }
        }
    }

    /** Ends the turn. */
    @TearDown(Level.Iteration)
    public void give(IterationParams iteration) {
        if (iteration.getType() == IterationType.MEASUREMENT && answers != null) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            COMPILING.add((COMPILER.getTotalCompilationTime() - compiled) / (double) Math.max(1, millis));
        }
    }
}
