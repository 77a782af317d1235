package org.stowage.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Something long that begins with an empty store each time. */
@State(Scope.Benchmark)
public abstract class SingleShot {

    /** Who does it. */
    @Param("JDBC")
    public Entrant entrant = Entrant.JDBC;

    /** What is indexed. */
    @Param("CATEGORY")
    public Indexes indexes = Indexes.CATEGORY;

    /** With how many rows. */
    @Param("100000")
    public int rows;

    Arena arena;
    private List<Product> products;

    /** Makes the rows, and warms up. */
    @Setup(Level.Trial)
    public void makeRows() throws Exception {
        products = Catalogue.products(rows);
        Warmup.untilQuiet(() -> {
            open();
            operation(arena.contender(), products);
            close();
            return null;
        });
    }

    /** Opens an empty store. */
    @Setup(Level.Invocation)
    public void open() throws IOException, SQLException {
        arena = Arena.open(entrant, indexes);
    }

    /** Does it. */
    abstract void operation(Contender contender, List<Product> products) throws SQLException;

    /** Does it, and counts nothing else. */
    @Benchmark
    public @Nullable Object measure(Turn turn, ProcessorTime time) throws SQLException {
        time.start();
        operation(arena.contender(), products);
        time.stop();
        return null;
    }

    /** Throws the store away. */
    @TearDown(Level.Invocation)
    public void close() throws IOException, SQLException {
        arena.close();
    }
}
