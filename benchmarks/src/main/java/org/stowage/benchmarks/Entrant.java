package org.stowage.benchmarks;

import java.nio.file.Path;
import java.sql.SQLException;
import org.stowage.Stowage;

/** Who takes part. A floor is entered twice: how far its two entries lie apart is what the machine adds by itself. */
public enum Entrant {
    /** Hand-written JDBC on the table of the SQLite provider. */
    JDBC("raw JDBC"),
    /** The same as {@link #JDBC}. */
    JDBC_AGAIN("raw JDBC, again"),
    /** Hand-written JDBC with prices and times as whole numbers. */
    JDBC_WHOLE_NUMBERS("raw JDBC, whole numbers"),
    /** {@link Stowage} on SQLite. */
    SQLITE("Stowage on sqlite"),
    /** The same, its cheapest asked for by the name of a method. */
    SQLITE_BY_NAME("Stowage on sqlite, method name"),
    /** The same, its cheapest asked for by a query. */
    SQLITE_BY_QUERY("Stowage on sqlite, @Query"),
    /** A hash map, indexed by hand. */
    MAP("hand-indexed hash map"),
    /** The same as {@link #MAP}. */
    MAP_AGAIN("hand-indexed hash map, again"),
    /** {@link Stowage} in memory. */
    MEMORY("Stowage on memory"),
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

    /** Opens a new, empty one in an empty folder. */
    Contender open(Path folder, Indexes indexes) throws SQLException {
        return switch (this) {
            case JDBC, JDBC_AGAIN -> raw(folder, RawTable.OF_THE_PROVIDER, indexes);
            case JDBC_WHOLE_NUMBERS -> raw(folder, RawTable.OF_WHOLE_NUMBERS, indexes);
            case SQLITE -> StowageContender.open(sqlite(folder), indexes);
            case SQLITE_BY_NAME ->
                new IndexedStowageContender(Stowage.open(sqlite(folder)), IndexedProducts::findByCategoryOrderByPrice);
            case SQLITE_BY_QUERY ->
                new IndexedStowageContender(Stowage.open(sqlite(folder)), IndexedProducts::cheapestByQuery);
            case MAP, MAP_AGAIN -> new HandIndexedMap(indexes);
            case MEMORY -> StowageContender.open("memory", indexes);
            case JSON_FILE -> StowageContender.open("json-file:" + folder.resolve("products"), indexes);
        };
    }

    private static Contender raw(Path folder, RawTable table, Indexes indexes) throws SQLException {
        return RawJdbc.open(SqliteFile.create(folder.resolve("products.db"), table, indexes), table);
    }

    private static String sqlite(Path folder) {
        return "sqlite:" + folder.resolve("products.db");
    }
}
