package org.stowage.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Counts the processor time of the measuring thread beside the time on the wall, which on a shared machine is also that of others. What
 * other threads of the process do, the compiler's and the collector's, is not in it.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class ProcessorTime {

    /** The name under which results hold the counter. */
    static final String COUNTER = "processorNanos";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How long the thread was running in this iteration, in nanoseconds. */
    public long processorNanos;

    private long started;
    private boolean byHand;

    /** Starts to count. */
    @Setup(Level.Iteration)
    public void begin() {
        processorNanos = 0;
        byHand = false;
        started = THREADS.getCurrentThreadCpuTime();
    }

    /** Starts to count a part of the iteration; then nothing else of it counts but such parts. */
    void start() {
        byHand = true;
        started = THREADS.getCurrentThreadCpuTime();
    }

    /** Ends a part of the iteration. */
    void stop() {
        processorNanos += THREADS.getCurrentThreadCpuTime() - started;
    }

    /** Ends the count. */
    @TearDown(Level.Iteration)
    public void end() {
        if (!byHand) {
            stop();
        }
    }
}
