package org.stowage.conformance.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Trials of what survives a killed process. */
public final class CrashTrials {

    /** Starting a process takes longer than all it does, and about one core. */
    private static final int SIDE_BY_SIDE = 2;

    private CrashTrials() {}

    /**
     * Kills writing processes a number of times, each after the other on what it has left, on two stores side by side.
     *
     * @param harness the provider
     * @param folder where the stores are made
     * @param rounds how often a process is killed
     * @param seed where the random choices begin
     * @throws IOException if a process cannot be started or listened to
     * @throws InterruptedException if the thread is interrupted while it waits for the processes
     */
    public static CrashReport run(SharedHarness harness, Path folder, int rounds, long seed)
            throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<CrashReport>> trials = new ArrayList<>();
            for (int i = 0; i < SIDE_BY_SIDE; i++) {
                CrashTrial trial = new CrashTrial(
                        harness,
                        Files.createDirectory(folder.resolve("store-" + i)),
                        RandomGeneratorFactory.getDefault().create(seed + i));
                int share = (rounds + i) / SIDE_BY_SIDE;
                trials.add(threads.submit(() -> trial.run(share)));
            }
            CrashReport report = CrashReport.NOTHING;
            for (Future<CrashReport> trial : trials) {
                report = report.plus(report(trial));
            }
            return report;
        }
    }

    private static CrashReport report(Future<CrashReport> trial) throws IOException, InterruptedException {
        try {
            return trial.get();
        } catch (ExecutionException e) {
            switch (Objects.requireNonNull(e.getCause())) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Returns whether a process can be watched here, which a trial of power cuts needs: that takes the program strace. */
    public static boolean canWatch() throws InterruptedException {
        return Strace.works();
    }

    /**
     * Cuts the power, in replay, at random moments of runs of a writing process.
     *
     * @param harness the provider
     * @param folder where the stores are made
     * @param cuts how often the power is cut
     * @param seed where the random choices begin
     * @throws IOException if a process cannot be started or a file not be written
     * @throws InterruptedException if the thread is interrupted while it waits for a process
     */
    public static PowerCutReport cutPower(SharedHarness harness, Path folder, int cuts, long seed)
            throws IOException, InterruptedException {
        return cutPower(harness, folder, cuts, seed, Medium.Deafness.NONE);
    }

    static PowerCutReport cutPower(SharedHarness harness, Path folder, int cuts, long seed, Medium.Deafness deafness)
            throws IOException, InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        return new ReplayTrial(harness, folder, random, deafness).run(cuts);
    }

    /**
     * Lets every call to the system of a script fail once: those that write, read, flush, cut, open and delete.
     *
     * @param harness the provider
     * @param folder where the stores are made
     * @param transactions how long the script is
     * @throws IOException if a process cannot be started or listened to
     * @throws InterruptedException if the thread is interrupted while it waits for a process
     */
    public static FailureReport failEveryCall(SharedHarness harness, Path folder, int transactions)
            throws IOException, InterruptedException {
        return new FailureTrial(harness, folder, transactions).run();
    }
}
