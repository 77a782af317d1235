package org.stowage.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
import org.openjdk.jmh.infra.Blackhole;

/** Every row as a record, one after the other; one operation is all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class W7StreamAll {

    /** Who does it. */
    @Param({"JDBC", "SQLITE", "JDBC_WHOLE_NUMBERS", "JDBC_AGAIN", "MAP", "MEMORY", "MAP_AGAIN"})
    public Entrant entrant = Entrant.JDBC;

    /** How many rows are there. */
    @Param("100000")
    public int rows;

    private Arena arena;

    /** Opens a store that has the rows. */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        arena = Arena.open(entrant, Catalogue.products(rows));
    }

    /** Reads all rows. */
    @Benchmark
    public void streamAll(Blackhole blackhole, ProcessorTime time) throws SQLException {
        streamTo(blackhole::consume);
    }

    void streamTo(Consumer<Product> reader) throws SQLException {
        arena.contender().forEach(reader);
    }

    /** Throws the store away. */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        arena.close();
    }
}
