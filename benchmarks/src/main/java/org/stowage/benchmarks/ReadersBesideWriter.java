package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How many rows several threads find by their keys while another one changes rows, one a transaction, as fast as it can. */
public final class ReadersBesideWriter implements Probe {

    private static final int ROWS = 100_000;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS_IN_SECOND = 1e9;

    private @Nullable Arena arena;

    /** Makes a probe. */
    public ReadersBesideWriter() {}

    @Override
    public void begin(Map<String, String> parameters) throws Exception {
        Entrant entrant = Entrant.valueOf(parameters.getOrDefault("entrant", ""));
        arena = Arena.open(entrant, Indexes.CATEGORY, ROWS);
        for (int i = 0; i < 3; i++) {
            measure(parameters);
        }
    }

    /** Returns the seconds between one find, of whoever, and the next. */
    @Override
    public double measure(Map<String, String> parameters) throws Exception {
        int readers = Integer.parseInt(parameters.getOrDefault("readers", ""));
        Contender contender = Objects.requireNonNull(arena).contender();
        long end = System.nanoTime() + NANOS;
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            SplittableRandom random = new SplittableRandom(i);
            work.add(() -> reads(contender, random, end));
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> writes = threads.submit(() -> writes(contender, end));
            long reads = 0;
            for (Future<Long> reader : threads.invokeAll(work)) {
                reads += reader.get();
            }
            writes.get();
            return NANOS / NANOS_IN_SECOND / reads;
        }
    }

    private static long reads(Contender contender, SplittableRandom random, long end) throws SQLException {
        long count = 0;
        while (System.nanoTime() < end) {
            // A look at the clock costs about as much as to find a row of a hash map.
            for (int i = 0; i < 100; i++) {
                Objects.requireNonNull(contender.find(random.nextInt(ROWS) + 1L));
            }
            count += 100;
        }
        return count;
    }

    private static long writes(Contender contender, long end) throws SQLException {
        long count = 0;
        while (System.nanoTime() < end) {
            Item found = Objects.requireNonNull(contender.find(count++ % ROWS + 1));
            contender.updateAll(List.of(found.plain().sold()));
        }
        return count;
    }
}
