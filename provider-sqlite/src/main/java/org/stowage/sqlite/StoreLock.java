package org.stowage.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * The right of this process to have a store open. A file of its own beside the database carries it, because a database file
 * that is opened and closed by anything but SQLite loses SQLite's locks.
 *
 * <p>Within the process a system property per real path stands for it: unlike a static field there is one in a virtual machine, however
 * many class loaders have loaded this provider. It is asked first, since a second handle on the lock file, once closed, would
 * take the lock of the first with it.
 */
final class StoreLock implements AutoCloseable {

    private static final String PROPERTY = "org.stowage.sqlite.open:";
    private static final int MAX_HOLDER = 500;
    private static final Path HOSTNAME = Path.of("/etc/hostname");

    private final String property;
    private final RandomAccessFile handle;

    private StoreLock(String property, RandomAccessFile handle) {
        this.property = property;
        this.handle = handle;
    }

    /** Returns the lock, or fails at once if somebody has it. */
    static StoreLock take(DatabaseFile file) {
        String property = PROPERTY + file.path();
        String holder = describeThisProcess();
        Object taken = System.getProperties().putIfAbsent(property, holder);
        if (taken != null) {
            throw locked(file, "another store object of this process, " + taken);
        }
        // An interrupted thread would close the channel, and a closed channel has lost the lock.
        boolean interrupted = Thread.interrupted();
        @Nullable RandomAccessFile handle = null;
        try {
            handle = open(file);
            acquire(file, handle, holder);
            return new StoreLock(property, handle);
        } catch (StoreException failure) {
            System.getProperties().remove(property);
            closeQuietly(handle, failure);
            throw failure;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RandomAccessFile open(DatabaseFile file) {
        try {
            return new RandomAccessFile(file.lockFile().toFile(), "rw");
        } catch (IOException failure) {
            throw new BadConfigurationException(
                    ErrorContext.of(file.store()),
                    "location '" + file.path() + "' of store '" + file.store() + "' cannot be written: the file '"
                            + file.lockFile() + "' cannot be made; check the permissions of its folder",
                    failure);
        }
    }

    private static void acquire(DatabaseFile file, RandomAccessFile handle, String holder) {
        try {
            @Nullable FileLock lock = handle.getChannel().tryLock();
            if (lock == null) {
                throw locked(file, holderIn(handle));
            }
            handle.setLength(0);
            handle.write(holder.getBytes(StandardCharsets.UTF_8));
        } catch (OverlappingFileLockException failure) {
            throw locked(file, "another store object of this process");
        } catch (ClosedByInterruptException failure) {
            throw new CancelledException(
                    ErrorContext.of(file.store()), "opening store '" + file.store() + "' was interrupted", failure);
        } catch (IOException failure) {
            throw new StoreUnavailableException(
                    ErrorContext.of(file.store()),
                    "the lock file '" + file.lockFile() + "' of store '" + file.store()
                            + "' cannot be written; check that its medium works and has room",
                    failure);
        }
    }

    private static String holderIn(RandomAccessFile handle) throws IOException {
        byte[] content = new byte[MAX_HOLDER];
        int length = Math.max(0, handle.read(content));
        String text = new String(content, 0, length, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "another process" : text;
    }

    private static StoreLockedException locked(DatabaseFile file, String holder) {
        return new StoreLockedException(
                ErrorContext.of(file.store()),
                "store '" + file.store() + "' at '" + file.path() + "' is open in " + holder
                        + "; close it there, or use another location");
    }

    private static String describeThisProcess() {
        return "process " + ProcessHandle.current().pid() + " on " + host() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    // Not InetAddress.getLocalHost(), which asks the network and may keep a start waiting for seconds.
    private static String host() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            @Nullable String name = System.getenv(variable);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        try {
            return Files.readString(HOSTNAME).strip();
        } catch (IOException failure) {
            return "this host";
        }
    }

    private static void closeQuietly(@Nullable RandomAccessFile handle, StoreException failure) {
        if (handle != null) {
            try {
                handle.close();
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
        }
    }

    /** Gives the right back. The empty file stays: removing it could take it from under the next holder. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try (handle) {
            handle.setLength(0);
        } catch (IOException failure) {
            // The lock ends with the handle in any case; what the file says is only read by those that find it locked.
        } finally {
            System.getProperties().remove(property);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
