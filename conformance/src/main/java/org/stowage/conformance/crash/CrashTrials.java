package org.stowage.conformance.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGeneratorFactory;
import org.stowage.conformance.ProviderHarness;

/** Trials of what survives a killed process. */
public final class CrashTrials {

    private CrashTrials() {}

    /**
     * Kills a writing process a number of times, always on the same store.
     *
     * @param harness the provider; a class with a public no-argument constructor on the class path
     * @param folder where the store is made
     * @param rounds how often it is killed
     * @param seed where the random choices begin
     * @throws IOException if a process cannot be started or listened to
     * @throws ReflectiveOperationException if the harness cannot be made
     * @throws InterruptedException if the thread is interrupted while it waits for the process
     */
    public static CrashReport run(Class<? extends ProviderHarness> harness, Path folder, int rounds, long seed)
            throws IOException, ReflectiveOperationException, InterruptedException {
        return new CrashTrial(
                        harness, folder, RandomGeneratorFactory.getDefault().create(seed))
                .run(rounds);
    }
}
