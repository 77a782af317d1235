package org.stowage.spi.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * The right of one store object to have the files of a store open (section 6 of the semantic contract). Other processes are kept out by a
 * lock on a file of its own, which ends with the process however that ends; other store objects of this process by a note that is
 * asked first, since a second handle on the lock file, once closed, would take the lock of the first with it.
 *
 * <p>The lock file holds who has it, for the message of whoever comes second, and stays when the lock is given back: removing it
 * could take it from under the next holder. May be closed by any thread; an interrupt does no harm.
 */
public final class StoreLock implements AutoCloseable {

    // Unlike a static field there is one in a virtual machine, however many class loaders have loaded this class.
    private static final String PROPERTY = "org.stowage.open:";

    // Behind all content, since some systems keep others from reading what is locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int LONGEST_HOLDER = 500;
    private static final Path HOSTNAME = Path.of("/etc/hostname");

    private final String property;
    private final RandomAccessFile handle;

    private StoreLock(String property, RandomAccessFile handle) {
        this.property = property;
        this.handle = handle;
    }

    /**
     * Takes the lock, or fails at once if somebody has it.
     *
     * @param store what the application calls the store, for messages
     * @param place the real path of what is locked, the same for everybody who means the same store
     * @param lockFile the file that carries the lock, which nobody else ever opens; created if it is not there
     * @throws StoreLockedException if somebody has it; names who
     * @throws BadConfigurationException if the lock file cannot be made, or is a symbolic link
     * @throws StoreUnavailableException if the medium fails
     */
    public static StoreLock take(String store, Path place, Path lockFile) {
        Request request = new Request(store, place, lockFile);
        String property = PROPERTY + place;
        String holder = describeThisProcess();
        Object taken = System.getProperties().putIfAbsent(property, holder);
        if (taken != null) {
            throw request.locked("another store object of this process, " + taken);
        }
        // An interrupted thread would close the channel, and a closed channel has lost the lock.
        boolean interrupted = Thread.interrupted();
        try {
            return new StoreLock(property, request.lock(holder));
        } catch (RuntimeException | Error failure) {
            System.getProperties().remove(property);
            throw failure;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is locked where, and for whom. */
    private record Request(String store, Path place, Path lockFile) {

        RandomAccessFile lock(String holder) {
            RandomAccessFile handle = open();
            try {
                acquire(handle);
                handle.setLength(0);
                handle.write((holder + "\n").getBytes(StandardCharsets.UTF_8));
                return handle;
            } catch (IOException failure) {
                throw closing(
                        handle,
                        new StoreUnavailableException(
                                context(),
                                "the lock file '" + lockFile + "' of store '" + store
                                        + "' cannot be written; check that its medium works and has room",
                                failure));
            } catch (StoreLockedException failure) {
                throw closing(handle, failure);
            }
        }

        private RandomAccessFile open() {
            if (Files.isSymbolicLink(lockFile)) {
                throw unfit("is a symbolic link, which is not followed; remove it", null);
            }
            try {
                return new RandomAccessFile(lockFile.toFile(), "rw");
            } catch (IOException failure) {
                throw unfit("cannot be made; check the permissions of its folder", failure);
            }
        }

        private void acquire(RandomAccessFile handle) throws IOException {
            boolean acquired;
            try {
                acquired = handle.getChannel().tryLock(LOCKED_BYTE, 1, false) != null;
            } catch (OverlappingFileLockException failure) {
                acquired = false;
            }
            if (!acquired) {
                throw locked(holderIn(handle));
            }
        }

        private static String holderIn(RandomAccessFile handle) throws IOException {
            byte[] content = new byte[LONGEST_HOLDER];
            int length = Math.max(0, handle.read(content));
            String text = new String(content, 0, length, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "another process" : text;
        }

        StoreLockedException locked(String holder) {
            return new StoreLockedException(
                    context(),
                    "store '" + store + "' at '" + place + "' is open in " + holder
                            + "; close it there, or use another location");
        }

        private BadConfigurationException unfit(String why, @Nullable IOException cause) {
            return new BadConfigurationException(
                    context(),
                    "location '" + place + "' of store '" + store + "' cannot be written: the lock file '" + lockFile
                            + "' " + why,
                    cause);
        }

        private ErrorContext context() {
            return ErrorContext.of(store);
        }

        private static <E extends RuntimeException> E closing(RandomAccessFile handle, E failure) {
            try {
                handle.close();
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
            return failure;
        }
    }

    private static String describeThisProcess() {
        return "process " + ProcessHandle.current().pid() + " on " + host() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    // Not InetAddress.getLocalHost(), which asks the network and may keep a start waiting for seconds.
    private static String host() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
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

    /** Gives the right back. */
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
