package org.stowage.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * Where a database is. A location is always the name of a file, whatever it looks like: {@code :memory:}, {@code file:x} and
 * {@code x?mode=ro} are names.
 *
 * @param store what the application calls the store, for messages
 * @param path the real path: absolute, without symbolic links
 */
record DatabaseFile(String store, Path path) {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    /** Returns the file that a configuration names; it is there, or may be made. */
    static DatabaseFile of(StoreConfig config) {
        String location = config.requiredLocation();
        Path given = parse(config.store(), location);
        Path path = real(config.store(), location, given);
        DatabaseFile file = new DatabaseFile(config.store(), path);
        if (Files.isDirectory(path)) {
            throw file.unfit(
                    "is a folder; expected the name of a database file, such as '" + path.resolve("stowage.db") + "'");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw file.unfit("is not a file");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            // SQLite would open it all the same, and the first write would find out.
            throw file.unfit("cannot be written; check the permissions of the file");
        }
        if (!config.create() && !Files.exists(path)) {
            throw file.unfit("does not exist, and the store was to be opened without making it");
        }
        return file;
    }

    private static Path parse(String store, String location) {
        try {
            if (location.isBlank()) {
                throw new InvalidPathException(location, "empty");
            }
            return Path.of(location).toAbsolutePath().normalize();
        } catch (InvalidPathException failure) {
            throw new BadConfigurationException(
                    ErrorContext.of(store),
                    "location '" + location + "' of store '" + store
                            + "' is not a file name: expected the name of a database file",
                    failure);
        }
    }

    private static Path real(String store, String location, Path path) {
        try {
            if (Files.exists(path)) {
                return path.toRealPath();
            }
            Path parent = path.getParent();
            Path name = path.getFileName();
            if (parent == null || name == null || !Files.isDirectory(parent)) {
                throw new BadConfigurationException(
                        ErrorContext.of(store),
                        "the folder '" + parent + "' for location '" + location + "' of store '" + store
                                + "' does not exist; create it first or name another location");
            }
            return parent.toRealPath().resolve(name);
        } catch (IOException failure) {
            throw new StoreUnavailableException(
                    ErrorContext.of(store),
                    "location '" + location + "' of store '" + store
                            + "' cannot be reached; check that the medium is there",
                    failure);
        }
    }

    /** Returns the file that holds the lock of the store. */
    Path lockFile() {
        return path.resolveSibling(path.getFileName() + ".lock");
    }

    /**
     * Returns the file as a URI in which every character that could mean something is escaped, since the driver looks for options
     * behind a question mark in anything else.
     */
    String uri() {
        StringBuilder uri = new StringBuilder("file:");
        for (byte part : path.toString().getBytes(StandardCharsets.UTF_8)) {
            int unsigned = part & 0xff;
            if (UNRESERVED.indexOf(unsigned) >= 0) {
                uri.append((char) unsigned);
            } else {
                uri.append('%')
                        .append(Character.forDigit(unsigned >> 4, 16))
                        .append(Character.forDigit(unsigned & 15, 16));
            }
        }
        return uri.toString();
    }

    /** Returns the error that this location will not do. */
    BadConfigurationException unfit(String why) {
        return new BadConfigurationException(
                ErrorContext.of(store), "location '" + path + "' of store '" + store + "' " + why);
    }
}
