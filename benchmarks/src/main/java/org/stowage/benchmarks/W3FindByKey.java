package org.stowage.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One row by its key, the keys in no order; one operation is one row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class W3FindByKey {

    private static final int KEYS = 1 << 16;

    /** Who does it. */
    @Param({"JDBC", "SQLITE", "JDBC_WHOLE_NUMBERS", "JDBC_AGAIN", "MAP", "MEMORY", "MAP_AGAIN"})
    public Entrant entrant = Entrant.JDBC;

    /** How many rows are there. */
    @Param("100000")
    public int rows;

    private Arena arena;
    private long[] keys;
    private int next;

    /** Opens a store that has the rows. */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        arena = Arena.open(entrant, Catalogue.products(rows));
        keys = Catalogue.keys(KEYS, rows);
    }

    /** Returns the row of the next key. */
    @Benchmark
    public @Nullable Product find(ProcessorTime time) throws SQLException {
        return arena.contender().find(keys[next++ & (KEYS - 1)]);
    }

    /** Throws the store away. */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        arena.close();
    }
}
