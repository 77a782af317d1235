package org.stowage.benchmarks;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.stowage.Stowage;

/** Who takes part. A floor is entered twice: how far its two entries lie apart is what the machine adds by itself. */
public enum Entrant {
    /** Hand-written JDBC on the table of the SQLite provider. */
    JDBC("raw JDBC"),
    /** {@link Stowage} on SQLite. */
    SQLITE("Stowage on sqlite"),
    /** Hand-written JDBC with prices and times as whole numbers. */
    JDBC_WHOLE_NUMBERS("raw JDBC, whole numbers"),
    /** The same as {@link #JDBC}. */
    JDBC_AGAIN("raw JDBC, again"),
    /** {@link Stowage} on JSON files. */
    JSON_FILE("Stowage on json-file"),
    /** A hash map, indexed by hand. */
    MAP("hand-indexed hash map"),
    /** {@link Stowage} in memory. */
    MEMORY("Stowage on memory"),
    /** The same as {@link #MAP}. */
    MAP_AGAIN("hand-indexed hash map, again");

    private final String title;

    Entrant(String title) {
        this.title = title;
    }

    /** Returns what it is called in tables. */
    String title() {
        return title;
    }

    /** Returns whose speed it is measured against: one that keeps as much, as safely, with nothing between. */
    Optional<Entrant> floor() {
        return switch (this) {
            case JDBC, JDBC_AGAIN, JDBC_WHOLE_NUMBERS, SQLITE -> Optional.of(JDBC);
            case MAP, MAP_AGAIN, MEMORY -> Optional.of(MAP);
            case JSON_FILE -> Optional.empty();
        };
    }

    /** Opens a new, empty one in an empty folder. */
    Contender open(Path folder) throws SQLException {
        return switch (this) {
            case JDBC, JDBC_AGAIN -> RawJdbc.create(folder.resolve("products.db"), RawTable.OF_THE_PROVIDER);
            case JDBC_WHOLE_NUMBERS -> RawJdbc.create(folder.resolve("products.db"), RawTable.OF_WHOLE_NUMBERS);
            case MAP, MAP_AGAIN -> new HandIndexedMap();
            case SQLITE -> StowageContender.open("sqlite:" + folder.resolve("products.db"));
            case JSON_FILE -> StowageContender.open("json-file:" + folder.resolve("products"));
            case MEMORY -> StowageContender.open("memory");
        };
    }
}
