package org.stowage.sqlite;

import java.util.List;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;

/** Keeps a store in one SQLite database file. */
public final class SqliteProvider implements PersistenceProvider {

    static final String DURABILITY = "durability";
    static final String READERS = "readers";
    static final String CACHE = "cache-mebibytes";
    static final String RELAXED = "relaxed";

    private static final ProviderInfo INFO = new ProviderInfo(
            "sqlite",
            "0.1.0",
            "one SQLite database file that the sqlite3 shell can read",
            SpiVersions.only(1),
            new Capabilities(
                    Capabilities.Durability.DURABLE,
                    Capabilities.Concurrency.ONE_WRITER,
                    Capabilities.Sharing.ONE_PROCESS));

    private static final List<StoreOption> OPTIONS = List.of(
            StoreOption.choice(
                    DURABILITY,
                    "durable: a commit survives a loss of power; relaxed: the last commits may be lost then, never their order",
                    "durable",
                    RELAXED),
            StoreOption.of(
                    READERS,
                    StoreOption.Kind.COUNT,
                    "how many reading connections are kept open for the next transaction, from 0; more are opened as needed",
                    "8"),
            StoreOption.of(
                    CACHE,
                    StoreOption.Kind.COUNT,
                    "how much of the file each connection keeps in memory at most, in MiB, from 1; it is taken as it is needed",
                    "16"));

    /** Creates the provider; it does nothing before {@link #open}. */
    public SqliteProvider() {}

    @Override
    public ProviderInfo info() {
        return INFO;
    }

    @Override
    public List<StoreOption> options() {
        return OPTIONS;
    }

    @Override
    public Store open(StoreConfig config) {
        return SqliteStore.open(config);
    }
}
