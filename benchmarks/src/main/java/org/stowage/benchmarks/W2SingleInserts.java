package org.stowage.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Rows one by one, each durable before the next, into an empty store; one operation is all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(1)
public class W2SingleInserts {

    /** Who does it. */
    @Param({"JDBC", "SQLITE", "JDBC_WHOLE_NUMBERS", "JDBC_AGAIN", "JSON_FILE", "MAP", "MEMORY", "MAP_AGAIN"})
    public Entrant entrant = Entrant.JDBC;

    /** How many. */
    @Param("2000")
    public int rows;

    Arena arena;
    private List<Product> products;

    /** Makes the rows. */
    @Setup(Level.Trial)
    public void makeRows() {
        products = Catalogue.products(rows);
    }

    /** Opens an empty store. */
    @Setup(Level.Invocation)
    public void open() throws IOException, SQLException {
        arena = Arena.open(entrant);
    }

    /** Inserts the rows. */
    @Benchmark
    public void insertEach() throws SQLException {
        for (Product product : products) {
            arena.contender().insert(product);
        }
    }

    /** Throws the store away. */
    @TearDown(Level.Invocation)
    public void close() throws IOException, SQLException {
        arena.close();
    }
}
