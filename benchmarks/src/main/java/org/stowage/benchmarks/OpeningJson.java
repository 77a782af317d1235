package org.stowage.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.stowage.Stowage;
import org.stowage.benchmarks.peer.JsonLines;
import org.stowage.benchmarks.peer.JsonReaders;
import org.stowage.spi.EngineOptions;

/** All rows read from a file of JSON into memory, until one of them can be found by its key; counted by the million bytes of the file. */
@State(Scope.Benchmark)
public class OpeningJson {

    private static final double MEGABYTE = 1e6;

    /** Who reads. */
    @Param("DATABIND")
    public Reader reader = Reader.DATABIND;

    /** How many rows are there. */
    @Param("100000")
    public int rows;

    private Path folder;

    /** Who reads a file. */
    public enum Reader {
        /** Jackson, line by line, into records. */
        DATABIND,
        /** The same again, as control. */
        DATABIND_AGAIN,
        /** Jackson's tokens, by hand, with the standard library's instants. */
        STREAMING,
        /** No library at all, and no other form of a line understood than this one. */
        HAND_PARSER,
        /** A store of ours is opened. */
        STOWAGE
    }

    /** Writes the file, and warms up. */
    @Setup(Level.Trial)
    public void write() throws Exception {
        folder = Files.createTempDirectory(Arena.parent(), "opening-");
        try (Contender writer =
                reader == Reader.STOWAGE ? StowageContender.open(url(), Indexes.CATEGORY) : new JsonLines(file())) {
            writer.insertAll(Catalogue.products(rows));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Turn.amount(files.filter(Files::isRegularFile)
                            .mapToLong(OpeningJson::size)
                            .sum()
                    / MEGABYTE);
        }
        Warmup.untilQuiet(this::operation);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private Path file() {
        return folder.resolve("products.jsonl");
    }

    private String url() {
        return "json-file:" + folder.resolve("products");
    }

    @Nullable Object operation() throws IOException {
        return switch (reader) {
            case DATABIND, DATABIND_AGAIN -> last(JsonReaders.databind(file()));
            case STREAMING -> last(JsonReaders.streaming(file()));
            case HAND_PARSER -> last(JsonReaders.byHand(file()));
            case STOWAGE -> {
                try (Stowage stowage = openHere()) {
                    yield stowage.repository(Products.class)
                            .findById((long) rows)
                            .orElseThrow();
                }
            }
        };
    }

    // Stores open on a thread of their own, whose processor time nobody counts; without a limit it is the thread that
    // asks.
    private Stowage openHere() {
        return Stowage.builder()
                .store("*", url())
                .option("*", EngineOptions.OPEN_TIMEOUT.name(), "0s")
                .open();
    }

    private Product last(Map<Long, Product> products) {
        return Objects.requireNonNull(products.get((long) rows));
    }

    /** Reads, and counts. */
    @Benchmark
    public @Nullable Object measure(Turn turn, ProcessorTime time) throws IOException {
        return operation();
    }

    /** Throws the file away. */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        Arena.delete(folder);
    }
}
