package org.stowage.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

/** A hundred rows, in no order, changed by key if their version is still the same; one operation is one such transaction, durable. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class W6VersionedUpdates {

    private static final int AT_ONCE = 100;
    private static final long SEED = 6;

    /** Who does it. */
    @Param({"JDBC", "SQLITE", "JDBC_WHOLE_NUMBERS", "JDBC_AGAIN", "JSON_FILE", "MAP", "MEMORY", "MAP_AGAIN"})
    public Entrant entrant = Entrant.JDBC;

    /** How many rows are there: a multiple of a hundred. */
    @Param("100000")
    public int rows;

    Arena arena;
    private List<Product> products;
    private int next;

    /** Opens a store that has the rows. */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        products = Catalogue.products(rows);
        arena = Arena.open(entrant, products);
        Collections.shuffle(products, new Random(SEED));
    }

    /** Changes the next hundred rows, and returns them as they are then. */
    @Benchmark
    public List<Product> updateAll(ProcessorTime time) throws SQLException {
        List<Product> changed = new ArrayList<>(AT_ONCE);
        for (int i = next; i < next + AT_ONCE; i++) {
            changed.add(products.get(i).sold());
        }
        List<Product> updated = arena.contender().updateAll(changed);
        for (int i = 0; i < AT_ONCE; i++) {
            products.set(next + i, updated.get(i));
        }
        next = (next + AT_ONCE) % rows;
        return updated;
    }

    /** Throws the store away. */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        arena.close();
    }
}
