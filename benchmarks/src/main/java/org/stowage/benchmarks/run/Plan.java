package org.stowage.benchmarks.run;

import static org.stowage.benchmarks.Entrant.H2;
import static org.stowage.benchmarks.Entrant.HIBERNATE;
import static org.stowage.benchmarks.Entrant.JDBC;
import static org.stowage.benchmarks.Entrant.JDBC_AGAIN;
import static org.stowage.benchmarks.Entrant.JDBI;
import static org.stowage.benchmarks.Entrant.JOOQ;
import static org.stowage.benchmarks.Entrant.JSON_FILE;
import static org.stowage.benchmarks.Entrant.JSON_LINES;
import static org.stowage.benchmarks.Entrant.JSON_LINES_AGAIN;
import static org.stowage.benchmarks.Entrant.MAP;
import static org.stowage.benchmarks.Entrant.MAP_AGAIN;
import static org.stowage.benchmarks.Entrant.MEMORY;
import static org.stowage.benchmarks.Entrant.MV_STORE;
import static org.stowage.benchmarks.Entrant.NITRITE;
import static org.stowage.benchmarks.Entrant.NITRITE_FILE;
import static org.stowage.benchmarks.Entrant.REWRITTEN_JSON;
import static org.stowage.benchmarks.Entrant.SPRING_DATA_JDBC;
import static org.stowage.benchmarks.Entrant.SPRING_KEY_VALUE;
import static org.stowage.benchmarks.Entrant.SQLITE;
import static org.stowage.benchmarks.Entrant.SQLITE_AGAIN;
import static org.stowage.benchmarks.Entrant.SQLITE_BY_NAME;
import static org.stowage.benchmarks.Entrant.SQLITE_BY_QUERY;
import static org.stowage.benchmarks.Entrant.STREAMED_MAP;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stowage.benchmarks.Entrant;
import org.stowage.benchmarks.FlushedCommits;
import org.stowage.benchmarks.HeapOfRows;
import org.stowage.benchmarks.HeapOfRows.Holder;
import org.stowage.benchmarks.Indexes;
import org.stowage.benchmarks.LayeredFinds;
import org.stowage.benchmarks.LayeredFinds.Layer;
import org.stowage.benchmarks.OpeningJson;
import org.stowage.benchmarks.OpeningJson.Reader;
import org.stowage.benchmarks.ReadersBesideWriter;
import org.stowage.benchmarks.SingleCommits;
import org.stowage.benchmarks.StartUp;
import org.stowage.benchmarks.StartUp.Program;
import org.stowage.benchmarks.W1BulkInsert;
import org.stowage.benchmarks.W2SingleInserts;
import org.stowage.benchmarks.W3ChainedFinds;
import org.stowage.benchmarks.W3FindByKey;
import org.stowage.benchmarks.W4IndexedEquality;
import org.stowage.benchmarks.W5RangeAndCount;
import org.stowage.benchmarks.W6VersionedUpdates;
import org.stowage.benchmarks.W7StreamAll;
import org.stowage.benchmarks.W8Pages;
import org.stowage.benchmarks.W9ReadersAndWriters;

/** All that is measured, with what it is to reach. */
public final class Plan {

    private static final String ROWS = "rows";
    private static final String INDEXES = "indexes";
    private static final String LARGE_HEAP = "-Xmx4g";

    private Plan() {}

    /** Returns every line. */
    public static List<Line> lines() {
        return Stream.of(onSqlite(), inMemory(), inFiles(), growth(), layers(), start())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Line> onSqlite() {
        return List.of(
                sqlite("W1", "insert all rows in one transaction", W1BulkInsert.class, Clock.PROCESSOR, 0.95)
                        .rounds(3),
                sqlite("W2", "single inserts, each durable", W2SingleInserts.class, Clock.WALL, 0.95)
                        .with(ROWS, 2_000)
                        .rounds(3),
                sqlite("W3", "find by key", W3FindByKey.class, Clock.PROCESSOR, 0.80),
                sqlite(
                        "W4",
                        "equality on an index, by price, limit 20",
                        W4IndexedEquality.class,
                        Clock.PROCESSOR,
                        0.95),
                sqlite(
                                "W4-composite",
                                "the same on an index of category, price and key",
                                W4IndexedEquality.class,
                                Clock.PROCESSOR,
                                0.95)
                        .with(INDEXES, Indexes.PRICE_TOO),
                sqlite("W5", "range and count, scanning", W5RangeAndCount.class, Clock.PROCESSOR, 0.95),
                sqlite(
                                "W5-indexed",
                                "range and count on an index of price",
                                W5RangeAndCount.class,
                                Clock.PROCESSOR,
                                0.95)
                        .with(INDEXES, Indexes.PRICE_TOO),
                sqlite("W6", "100 versioned updates in a transaction", W6VersionedUpdates.class, Clock.PROCESSOR, 0.95),
                sqlite("W7", "stream all as records", W7StreamAll.class, Clock.PROCESSOR, 0.95),
                sqlite("W8", "pages of 100 by cursor through everything", W8Pages.class, Clock.PROCESSOR, 0.92),
                Line.of("W8-last-sqlite", "the last page and the first", W8Pages.class, Clock.PROCESSOR)
                        .with("entrant", SQLITE)
                        .comparing("part", List.of("FIRST", "LAST"))
                        .target("LAST", "FIRST", 0.95),
                sqlite("W9", "4 threads, 90 % finds, 10 % updates", W9ReadersAndWriters.class, Clock.WALL, 0.90)
                        .threads(4),
                Line.of(
                                "W10-sqlite",
                                "the same query by @Find, method name and @Query",
                                W4IndexedEquality.class,
                                Clock.PROCESSOR,
                                SQLITE,
                                SQLITE_BY_NAME,
                                SQLITE_BY_QUERY,
                                SQLITE_AGAIN)
                        .with(INDEXES, Indexes.PRICE_TOO)
                        .target(SQLITE_BY_NAME, SQLITE, 0.95)
                        .target(SQLITE, SQLITE_BY_NAME, 0.95)
                        .target(SQLITE_BY_QUERY, SQLITE, 0.95)
                        .target(SQLITE, SQLITE_BY_QUERY, 0.95));
    }

    private static Line sqlite(String id, String title, Class<?> benchmark, Clock clock, double target) {
        return Line.of(
                        id + "-sqlite",
                        title,
                        benchmark,
                        clock,
                        JDBC,
                        SQLITE,
                        JOOQ,
                        HIBERNATE,
                        JDBI,
                        SPRING_DATA_JDBC,
                        JDBC_AGAIN)
                .target(SQLITE, JDBC, target);
    }

    private static List<Line> inMemory() {
        return List.of(
                memory("W3", "find by key", W3FindByKey.class, 1.0 / 3),
                memory(
                        "W3-chained",
                        "find by key, which is known only when the row before is there",
                        W3ChainedFinds.class,
                        1.0 / 3),
                memory("W4", "equality on an index, by price, limit 20", W4IndexedEquality.class, 0.5),
                memory("W4-composite", "the same on an index of category, price and key", W4IndexedEquality.class, 0.5)
                        .with(INDEXES, Indexes.PRICE_TOO)
                        .target(MEMORY, STREAMED_MAP, 50),
                memory("W5", "range and count on an index of price", W5RangeAndCount.class, 0.5)
                        .with(INDEXES, Indexes.PRICE_TOO)
                        .target(MEMORY, STREAMED_MAP, 50),
                readers("readers-memory", MEMORY),
                readers("readers-floor-memory", MAP),
                Line.of("heap-memory", "1,000,000 rows", HeapOfRows.class, Clock.BYTES)
                        .with(ROWS, 1_000_000)
                        .comparing("holder", Holder.values())
                        .target(Holder.MEMORY, Holder.BARE_OBJECTS, 0.5)
                        .rounds(1)
                        .java(LARGE_HEAP));
    }

    private static Line memory(String id, String title, Class<?> benchmark, double target) {
        return Line.of(
                        id + "-memory",
                        title,
                        benchmark,
                        Clock.PROCESSOR,
                        MAP,
                        MEMORY,
                        STREAMED_MAP,
                        SPRING_KEY_VALUE,
                        H2,
                        NITRITE,
                        MAP_AGAIN)
                .target(MEMORY, MAP, target);
    }

    // Of nine threads eight find; with fewer processors than nine they have that share of them, and one alone has one.
    private static Line readers(String id, Entrant entrant) {
        double ideal = Math.min(8, Runtime.getRuntime().availableProcessors() * 8 / 9.0);
        return Line.of(
                        id,
                        entrant.title() + ": finds of all readers together, while one thread writes",
                        ReadersBesideWriter.class,
                        Clock.WALL)
                .with("entrant", entrant)
                .comparing("readers", List.of("1", "8"))
                .target("8", "1", 0.8 * ideal);
    }

    private static List<Line> inFiles() {
        return List.of(
                Line.of(
                                "W2-json",
                                "single inserts, each durable, into an empty store",
                                W2SingleInserts.class,
                                Clock.WALL,
                                JSON_LINES,
                                JSON_FILE,
                                REWRITTEN_JSON,
                                MV_STORE,
                                NITRITE_FILE,
                                JSON_LINES_AGAIN)
                        .with(ROWS, 1_000)
                        .rounds(3)
                        .target(JSON_FILE, JSON_LINES, 0.8),
                Line.of(
                                "commit-json",
                                "a row changed durably, in a store of 100,000",
                                SingleCommits.class,
                                Clock.WALL,
                                JSON_LINES,
                                JSON_FILE,
                                REWRITTEN_JSON,
                                MV_STORE,
                                NITRITE_FILE,
                                JSON_LINES_AGAIN)
                        .target(JSON_FILE, JSON_LINES, 0.8)
                        .target(JSON_FILE, REWRITTEN_JSON, 1000),
                Line.of("commit-growth-json", "a row changed durably", SingleCommits.class, Clock.WALL)
                        .with("entrant", JSON_FILE)
                        .comparing(ROWS, List.of("1000", "100000", "1000000"))
                        .java(LARGE_HEAP)
                        .target("1000000", "1000", 0.8),
                Line.of(
                                "open-json",
                                "100,000 rows read into memory; time for a million bytes",
                                OpeningJson.class,
                                Clock.PROCESSOR)
                        .comparing(
                                "reader",
                                Reader.DATABIND,
                                Reader.STOWAGE,
                                Reader.STREAMING,
                                Reader.HAND_PARSER,
                                Reader.DATABIND_AGAIN)
                        .target(Reader.STOWAGE, Reader.DATABIND, 1.7),
                Line.of(
                                "flushes",
                                "what is flushed to the disk for a commit",
                                FlushedCommits.class,
                                Clock.FLUSHES,
                                JDBC,
                                SQLITE,
                                JOOQ,
                                HIBERNATE,
                                JDBI,
                                SPRING_DATA_JDBC,
                                JSON_LINES,
                                JSON_FILE,
                                REWRITTEN_JSON,
                                MV_STORE,
                                NITRITE_FILE)
                        .rounds(1));
    }

    private static List<Line> growth() {
        List<String> most = List.of("10000", "100000", "1000000", "10000000");
        List<String> less = most.subList(0, 3);
        return Stream.of(grows(SQLITE, "sqlite", most), grows(MEMORY, "memory", less), grows(JSON_FILE, "json", less))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Line> grows(Entrant entrant, String store, List<String> rows) {
        List<Line> lines = new ArrayList<>(List.of(
                grows("W3", "find by key", W3FindByKey.class, entrant, store, rows),
                grows("W4", "the 20 cheapest, on a composite index", W4IndexedEquality.class, entrant, store, rows),
                grows("W6", "100 versioned updates", W6VersionedUpdates.class, entrant, store, rows),
                grows("W8", "a page by cursor", W8Pages.class, entrant, store, rows)));
        if (entrant == SQLITE) {
            lines.add(grows("W7", "stream all, in a heap of 256 MiB", W7StreamAll.class, entrant, store, rows)
                    .java("-Xmx256m")
                    .rounds(1));
        }
        return lines;
    }

    private static Line grows(
            String workload, String title, Class<?> benchmark, Entrant entrant, String store, List<String> rows) {
        return Line.of("growth-" + workload + "-" + store, title, benchmark, Clock.PROCESSOR)
                .with("entrant", entrant)
                .with(INDEXES, Indexes.PRICE_TOO)
                .comparing(ROWS, rows)
                .rounds(3)
                .java(LARGE_HEAP);
    }

    private static List<Line> layers() {
        return List.of(layers("sqlite", SQLITE), layers("memory", MEMORY));
    }

    private static Line layers(String store, Entrant entrant) {
        return Line.of(
                        "layers-" + store,
                        "find by key, through layers that do nothing",
                        LayeredFinds.class,
                        Clock.PROCESSOR)
                .with("entrant", entrant)
                .comparing(
                        "layer",
                        Layer.NONE,
                        Layer.VERIFY_0_PERCENT,
                        Layer.VERIFY_1_PERCENT,
                        Layer.NO_FAULTS,
                        Layer.OVERLAY,
                        Layer.EVENTS,
                        Layer.ROUTING,
                        Layer.NONE_AGAIN)
                .target(Layer.VERIFY_0_PERCENT, Layer.NONE, 1)
                .target(Layer.NO_FAULTS, Layer.NONE, 1)
                .target(Layer.ROUTING, Layer.NONE, 1);
    }

    private static List<Line> start() {
        return List.of(Line.of("start", "from the start of a command to its end", StartUp.class, Clock.WALL)
                .comparing("program", Program.BARE, Program.PROVIDERS, Program.GET, Program.BARE_AGAIN)
                .target(Program.PROVIDERS, Program.BARE, 1 / 1.3)
                .target(Program.GET, Program.BARE, 1 / 1.3));
    }
}
