package org.stowage.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the launcher starts. */
public final class Main {

    private static final int PATIENCE_SECONDS = 10;

    private Main() {}

    /**
     * Runs the command that the arguments name and exits with its status: 0 done, 1 failed, 2 wrong usage.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        BundledLogging.install();
        Surroundings surroundings = Surroundings.ofProcess();
        ProcessGuard guard = new ProcessGuard(surroundings.errors());
        guard.install();
        CountDownLatch finished = new CountDownLatch(1);
        Thread thread = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(thread, finished, guard), "stowage-stop"));
        int status = run(arguments, surroundings);
        finished.countDown();
        System.exit(status);
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param arguments the command line
     * @param surroundings what is around it
     * @return the status: 0 done, 1 failed, 2 wrong usage
     */
    public static int run(String[] arguments, Surroundings surroundings) {
        return new Launcher(surroundings).run(arguments);
    }

    /** When the process is told to end: lets the command end first, so that it gives back what it holds. */
    private static void stop(Thread thread, CountDownLatch finished, ProcessGuard guard) {
        if (finished.getCount() > 0) {
            guard.refuseSuccess();
            thread.interrupt();
            try {
                // Of a time in which the machine stood still a second counts: the command could not go on either.
                boolean ended = false;
                for (int seconds = 0; !ended && seconds < PATIENCE_SECONDS; seconds++) {
                    ended = finished.await(1, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
