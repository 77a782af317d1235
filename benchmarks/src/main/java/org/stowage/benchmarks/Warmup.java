package org.stowage.benchmarks;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does the work until the compiler has nothing left to do for it, which takes the libraries of some contenders many seconds. */
public final class Warmup {

    /** The system property that says for how many seconds at most; none if it is not set. */
    public static final String SECONDS = "stowage.benchmarks.warmup";

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long QUIET_MILLIS = 15;
    private static final int QUIET_LOOKS = 3;
    // The compiler counts calls, so who has made few of them in the time may have up to three times as much.
    private static final int FEW = 60;
    private static final int MOST_TIMES = 3;
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    // Kept so that the compiler cannot leave out what makes it.
    @SuppressWarnings("UnusedVariable")
    private static volatile @Nullable Object last;

    private Warmup() {}

    interface Operation {
        @Nullable Object run() throws Exception;
    }

    @SuppressWarnings("SystemOut")
    static void untilQuiet(Operation operation) throws Exception {
        long seconds = Long.getLong(SECONDS, 0);
        long start = System.nanoTime();
        int operations = 0;
        int quiet = 0;
        while (seconds > 0 && quiet < QUIET_LOOKS && worthwhile(start, seconds, operations)) {
            long compiled = COMPILER.getTotalCompilationTime();
            long look = System.nanoTime() + LOOK_NANOS;
            while (System.nanoTime() < look) {
                last = operation.run();
                operations++;
            }
            quiet = COMPILER.getTotalCompilationTime() - compiled <= QUIET_MILLIS ? quiet + 1 : 0;
        }
        if (seconds > 0) {
            System.err.println("warmed up in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)
                    + " ms, of which the compiler worked " + COMPILER.getTotalCompilationTime()
                    + (quiet < QUIET_LOOKS ? ", and had not ended" : ""));
        }
    }

    private static boolean worthwhile(long start, long seconds, int operations) {
        long passed = System.nanoTime() - start;
        return passed < TimeUnit.SECONDS.toNanos(operations < FEW ? MOST_TIMES * seconds : seconds);
    }
}
