package org.stowage.sqlite;

import org.stowage.spi.StoreConfig;

/**
 * How the connections of a store are set.
 *
 * @param relaxed whether a commit does not wait for the disk
 * @param keptReaders how many that read are kept open for the next transaction
 * @param cacheKibibytes how much of the file each of them keeps in memory at most
 */
record ConnectionSettings(boolean relaxed, int keptReaders, int cacheKibibytes) {

    private static final int MOST_MEBIBYTES = 1 << 20;

    static ConnectionSettings of(StoreConfig config) {
        long cache = Math.clamp(config.count(SqliteProvider.CACHE), 1, MOST_MEBIBYTES);
        return new ConnectionSettings(
                config.text(SqliteProvider.DURABILITY).orElseThrow().equals(SqliteProvider.RELAXED),
                (int) Math.min(Integer.MAX_VALUE, config.count(SqliteProvider.READERS)),
                (int) cache * 1024);
    }
}
