package org.stowage.benchmarks.run;

import static org.stowage.benchmarks.Entrant.JDBC;
import static org.stowage.benchmarks.Entrant.JDBC_AGAIN;
import static org.stowage.benchmarks.Entrant.JDBC_WHOLE_NUMBERS;
import static org.stowage.benchmarks.Entrant.MAP;
import static org.stowage.benchmarks.Entrant.MAP_AGAIN;
import static org.stowage.benchmarks.Entrant.MEMORY;
import static org.stowage.benchmarks.Entrant.SQLITE;
import static org.stowage.benchmarks.Entrant.SQLITE_BY_NAME;
import static org.stowage.benchmarks.Entrant.SQLITE_BY_QUERY;

import java.util.List;
import java.util.stream.Stream;
import org.stowage.benchmarks.Indexes;
import org.stowage.benchmarks.W1BulkInsert;
import org.stowage.benchmarks.W2SingleInserts;
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

    private Plan() {}

    /** Returns every line. */
    public static List<Line> lines() {
        return Stream.of(onSqlite(), inMemory()).flatMap(List::stream).toList();
    }

    private static List<Line> onSqlite() {
        return List.of(
                sqlite("W1", "insert all rows in one transaction", W1BulkInsert.class, Clock.PROCESSOR, 0.95),
                sqlite("W2", "single inserts, each durable", W2SingleInserts.class, Clock.WALL, 0.95)
                        .with(ROWS, 2_000),
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
                        .comparing("part", List.of("FIRST", "LAST")),
                sqlite("W9", "4 threads, 90 % finds, 10 % updates", W9ReadersAndWriters.class, Clock.WALL, 0.90)
                        .threads(4),
                Line.of(
                                "W10-sqlite",
                                "the same query by @Find, method name and @Query",
                                W4IndexedEquality.class,
                                Clock.PROCESSOR,
                                SQLITE,
                                SQLITE_BY_NAME,
                                SQLITE_BY_QUERY)
                        .with(INDEXES, Indexes.PRICE_TOO)
                        .target(SQLITE_BY_NAME, SQLITE, 0.95)
                        .target(SQLITE, SQLITE_BY_NAME, 0.95)
                        .target(SQLITE_BY_QUERY, SQLITE, 0.95)
                        .target(SQLITE, SQLITE_BY_QUERY, 0.95));
    }

    private static Line sqlite(String id, String title, Class<?> benchmark, Clock clock, double target) {
        return Line.of(id + "-sqlite", title, benchmark, clock, JDBC, SQLITE, JDBC_WHOLE_NUMBERS, JDBC_AGAIN)
                .target(SQLITE, JDBC, target);
    }

    private static List<Line> inMemory() {
        return List.of(
                memory("W3", "find by key", W3FindByKey.class, 1.0 / 3),
                memory("W4", "equality on an index, by price, limit 20", W4IndexedEquality.class, 0.5),
                memory("W4-composite", "the same on an index of category, price and key", W4IndexedEquality.class, 0.5)
                        .with(INDEXES, Indexes.PRICE_TOO),
                memory("W5", "range and count on an index of price", W5RangeAndCount.class, 0.5)
                        .with(INDEXES, Indexes.PRICE_TOO));
    }

    private static Line memory(String id, String title, Class<?> benchmark, double target) {
        return Line.of(id + "-memory", title, benchmark, Clock.PROCESSOR, MAP, MEMORY, MAP_AGAIN)
                .target(MEMORY, MAP, target);
    }
}
