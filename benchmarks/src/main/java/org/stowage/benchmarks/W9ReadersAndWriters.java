package org.stowage.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Several threads, of whose operations nine in ten find a row by its key and one changes a row, in a durable transaction. No thread
 * changes the rows of another, so nobody has to do anything again.
 */
@State(Scope.Benchmark)
public class W9ReadersAndWriters {

    private static final int WRITE_EVERY = 10;

    /** Who does it. */
    @Param("JDBC")
    public Entrant entrant = Entrant.JDBC;

    /** How many rows are there. */
    @Param("100000")
    public int rows;

    Arena arena;

    /** Opens a store that has the rows. */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        arena = Arena.open(entrant, Indexes.CATEGORY, rows);
    }

    /** What a thread has to itself. */
    @State(Scope.Thread)
    public static class Client {

        private Contender contender;
        private SplittableRandom random;
        private int rows;
        private int clients;
        private int number;
        private int operations;

        /** Connects a thread, and warms up. */
        @Setup(Level.Trial)
        public void connect(W9ReadersAndWriters workload, ThreadParams threads) throws Exception {
            contender = workload.arena.contender().another();
            rows = workload.rows;
            clients = threads.getThreadCount();
            number = threads.getThreadIndex();
            random = new SplittableRandom(number);
            Warmup.untilQuiet(this::operation);
        }

        @Nullable Object operation() throws SQLException {
            if (++operations % WRITE_EVERY != 0) {
                return contender.find(random.nextInt(rows) + 1L);
            }
            long own = (long) random.nextInt(rows / clients) * clients + number + 1;
            Item found = Objects.requireNonNull(contender.find(own));
            return contender.updateAll(List.of(found.plain().sold()));
        }

        /** Disconnects the thread. */
        @TearDown(Level.Trial)
        public void disconnect() throws SQLException {
            contender.close();
        }
    }

    /** Does the next operation of a thread. */
    @Benchmark
    public @Nullable Object measure(Client client, Turn turn, ProcessorTime time) throws SQLException {
        return client.operation();
    }

    /** Throws the store away. */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        arena.close();
    }
}
