package org.stowage.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.stowage.Stowage;
import org.stowage.benchmarks.peer.HibernateContender;
import org.stowage.benchmarks.peer.JdbiContender;
import org.stowage.benchmarks.peer.JooqContender;
import org.stowage.benchmarks.peer.JsonLines;
import org.stowage.benchmarks.peer.MvStoreContender;
import org.stowage.benchmarks.peer.NitriteContender;
import org.stowage.benchmarks.peer.RewrittenJson;
import org.stowage.benchmarks.peer.SpringJdbcContender;
import org.stowage.benchmarks.peer.SpringKeyValueContender;
import org.stowage.benchmarks.peer.StreamedMap;

/** Who takes part. A floor is entered twice: how far its two entries lie apart is what the machine adds by itself. */
public enum Entrant {
    /** Hand-written JDBC on the table of the SQLite provider. */
    JDBC("raw JDBC"),
    /** The same as {@link #JDBC}. */
    JDBC_AGAIN("raw JDBC, again"),
    /** Hand-written JDBC with prices and times as whole numbers. */
    JDBC_WHOLE_NUMBERS("raw JDBC, whole numbers"),
    /** Plain jOOQ on SQLite. */
    JOOQ("jOOQ"),
    /** Hibernate ORM, a stateless session, on SQLite. */
    HIBERNATE("Hibernate, stateless"),
    /** Jdbi on SQLite. */
    JDBI("Jdbi"),
    /** Spring Data JDBC on SQLite. */
    SPRING_DATA_JDBC("Spring Data JDBC"),
    /** {@link Stowage} on SQLite. */
    SQLITE("Stowage on sqlite"),
    /** The same, as control where forms of a query are compared. */
    SQLITE_AGAIN("Stowage on sqlite, again"),
    /** The same, its cheapest asked for by the name of a method. */
    SQLITE_BY_NAME("Stowage on sqlite, method name"),
    /** The same, its cheapest asked for by a query. */
    SQLITE_BY_QUERY("Stowage on sqlite, @Query"),
    /** A hash map, indexed by hand. */
    MAP("hand-indexed hash map"),
    /** The same as {@link #MAP}. */
    MAP_AGAIN("hand-indexed hash map, again"),
    /** A hash map, streamed through for all but the key. */
    STREAMED_MAP("hash map with streams"),
    /** Spring Data KeyValue on a hash map. */
    SPRING_KEY_VALUE("Spring Data KeyValue"),
    /** H2 in memory, asked by jOOQ. */
    H2("H2 in memory, jOOQ"),
    /** Nitrite in memory. */
    NITRITE("Nitrite in memory"),
    /** {@link Stowage} in memory. */
    MEMORY("Stowage on memory"),
    /** Lines of JSON that are appended to a file. */
    JSON_LINES("appended JSON lines"),
    /** The same as {@link #JSON_LINES}. */
    JSON_LINES_AGAIN("appended JSON lines, again"),
    /** A file of JSON that is written anew for each commit. */
    REWRITTEN_JSON("JSON file rewritten"),
    /** H2's MVStore in a file. */
    MV_STORE("H2 MVStore"),
    /** Nitrite in a file, which is not flushed to the disk. */
    NITRITE_FILE("Nitrite on file, not flushed"),
    /** {@link Stowage} on JSON files. */
    JSON_FILE("Stowage on json-file");

    private final String title;

    Entrant(String title) {
        this.title = title;
    }

    /** Returns what it is called in tables. */
    public String title() {
        return title;
    }

    /** Returns if it is a repository of ours. */
    public boolean isOurs() {
        return title.startsWith("Stowage");
    }

    /** Opens one in a folder: an empty one if the folder is empty, or that of its {@link #filler()}. */
    Contender open(Path folder, Indexes indexes) throws SQLException {
        return switch (this) {
            case JDBC, JDBC_AGAIN -> raw(folder, RawTable.OF_THE_PROVIDER, indexes);
            case JDBC_WHOLE_NUMBERS -> raw(folder, RawTable.OF_WHOLE_NUMBERS, indexes);
            case JOOQ -> JooqContender.onSqlite(table(folder, indexes));
            case HIBERNATE -> HibernateContender.open(table(folder, indexes));
            case JDBI -> new JdbiContender(table(folder, indexes));
            case SPRING_DATA_JDBC -> new SpringJdbcContender(table(folder, indexes));
            case SQLITE, SQLITE_AGAIN -> StowageContender.open(sqlite(folder), indexes);
            case SQLITE_BY_NAME ->
                new IndexedStowageContender(Stowage.open(sqlite(folder)), IndexedProducts::findByCategoryOrderByPrice);
            case SQLITE_BY_QUERY ->
                new IndexedStowageContender(Stowage.open(sqlite(folder)), IndexedProducts::cheapestByQuery);
            case MAP, MAP_AGAIN -> new HandIndexedMap(indexes);
            case STREAMED_MAP -> new StreamedMap();
            case SPRING_KEY_VALUE -> new SpringKeyValueContender();
            case H2 -> JooqContender.onH2(indexes);
            case NITRITE -> NitriteContender.inMemory(indexes);
            case MEMORY -> StowageContender.open("memory", indexes);
            case JSON_LINES, JSON_LINES_AGAIN -> new JsonLines(folder.resolve("products.jsonl"));
            case REWRITTEN_JSON -> new RewrittenJson(folder.resolve("products.json"));
            case MV_STORE -> new MvStoreContender(folder.resolve("products.mv"));
            case NITRITE_FILE -> NitriteContender.onFile(folder.resolve("products.nitrite"), indexes);
            case JSON_FILE -> StowageContender.open("json-file:" + folder.resolve("products"), indexes);
        };
    }

    /** Returns who fills a store for this one, if its form is one that several have, or that takes long. */
    Optional<Entrant> filler() {
        return switch (this) {
            case JDBC, JDBC_AGAIN, JOOQ, HIBERNATE, JDBI, SPRING_DATA_JDBC -> Optional.of(JDBC);
            // With more indexes its entity is another one, and so is the name of its table.
            case SQLITE, SQLITE_AGAIN, SQLITE_BY_NAME, SQLITE_BY_QUERY -> Optional.of(SQLITE);
            case JSON_FILE -> Optional.of(JSON_FILE);
            default -> Optional.empty();
        };
    }

    private static Contender raw(Path folder, RawTable table, Indexes indexes) throws SQLException {
        return RawJdbc.open(file(folder, table, indexes), table);
    }

    private static SqliteFile table(Path folder, Indexes indexes) throws SQLException {
        return file(folder, RawTable.OF_THE_PROVIDER, indexes);
    }

    private static SqliteFile file(Path folder, RawTable table, Indexes indexes) throws SQLException {
        Path file = folder.resolve("products.db");
        return Files.exists(file) ? new SqliteFile(file) : SqliteFile.create(file, table, indexes);
    }

    /** Returns where one of ours keeps its rows. */
    String url(Path folder) {
        return switch (this) {
            case MEMORY -> "memory";
            case SQLITE -> sqlite(folder);
            default -> throw new IllegalArgumentException("'" + this + "' is none of ours that layers are laid over");
        };
    }

    private static String sqlite(Path folder) {
        return "sqlite:" + folder.resolve("products.db");
    }
}
