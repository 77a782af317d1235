package org.stowage.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Something that a contender with many rows does again and again. */
@State(Scope.Benchmark)
public abstract class Workload {

    /** Who does it. */
    @Param("JDBC")
    public Entrant entrant = Entrant.JDBC;

    /** What is indexed. */
    @Param("CATEGORY")
    public Indexes indexes = Indexes.CATEGORY;

    /** How many rows are there. */
    @Param("100000")
    public int rows;

    Arena arena;
    Contender contender;

    /** Opens a store that has the rows, and warms up. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        arena = arena();
        contender = arena.contender();
        begin();
        Warmup.untilQuiet(this::operation);
    }

    /** Opens the store. */
    Arena arena() throws IOException, SQLException {
        return Arena.open(entrant, indexes, rows);
    }

    /** Makes ready what operations are to ask. */
    void begin() throws SQLException {}

    /** Does it once. */
    abstract @Nullable Object operation() throws SQLException;

    /** Does it once, and counts. */
    @Benchmark
    public @Nullable Object measure(Turn turn, ProcessorTime time) throws SQLException {
        return operation();
    }

    /** Throws the store away. */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        arena.close();
    }
}
