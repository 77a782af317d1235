package org.stowage.launcher.malformed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;

/** The files of sqlite. */
final class SqliteKinds {

    private SqliteKinds() {}

    static List<Kind> all(PersistenceProvider provider, Path folder) throws IOException {
        return List.of(
                new Database(
                        StoreKind.Image.of(provider, "store.db", folder.resolve("sqlite-closed"), true),
                        folder.resolve("sqlite-database")),
                new Log(
                        StoreKind.Image.of(provider, "store.db", folder.resolve("sqlite-open"), false),
                        folder.resolve("sqlite-log")));
    }

    /**
     * The database. SQLite's pages carry no checksum: a value or a key that was exchanged for another is not noticed by anybody. What is asked
     * here is that each row is one that the entity may have.
     */
    private static final class Database extends StoreKind {

        Database(Image image, Path folder) throws IOException {
            super("sqlite-database", image, folder, "store.db");
        }

        @Override
        void check(byte[] input, Store store) {
            rows(store, false);
        }
    }

    /** The write-ahead log, each part of which has a checksum. */
    private static final class Log extends StoreKind {

        Log(Image image, Path folder) throws IOException {
            super("sqlite-log", image, folder, "store.db-wal");
        }
    }
}
