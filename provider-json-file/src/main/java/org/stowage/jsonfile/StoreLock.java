package org.stowage.jsonfile;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.StoreLockedException;

/**
 * Keeps everybody else out of a folder: other processes by a lock on the file {@code LOCK}, which ends with the process however it ends; other
 * stores of this process by a note that all copies of this class see.
 *
 * <p>The note comes first. Opening and closing the file a second time in one process would drop its lock.
 */
final class StoreLock {

    // System properties are the one place that copies of this class in several class loaders share.
    private static final String NOTE = "org.stowage.jsonfile.open:";

    // Behind all content, since some systems keep others from reading what is locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int LONGEST_HOLDER = 1000;

    private final String note;
    private final RandomAccessFile file;

    private StoreLock(String note, RandomAccessFile file) {
        this.note = note;
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @param folder the real path
     * @throws StoreLockedException if somebody else has it
     */
    static StoreLock acquire(Path folder, StoreErrors errors) throws IOException {
        String note = NOTE + folder;
        String holder = describeThisProcess();
        Object other = System.getProperties().putIfAbsent(note, holder);
        if (other != null) {
            throw locked(folder, errors, "this process has it open since " + sinceOf(other.toString()));
        }
        try {
            return new StoreLock(note, lock(folder, holder, errors));
        } catch (IOException | RuntimeException e) {
            System.getProperties().remove(note);
            throw e;
        }
    }

    private static RandomAccessFile lock(Path folder, String holder, StoreErrors errors) throws IOException {
        Path path = folder.resolve(FileNames.LOCK);
        if (Files.isSymbolicLink(path)) {
            throw new IOException("'" + path + "' is a symbolic link, which is not followed: remove it");
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (tryLock(file) == null) {
                throw locked(folder, errors, "it is open in " + read(file));
            }
            file.setLength(0);
            file.write((holder + "\n").getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(RandomAccessFile file) throws IOException {
        byte[] content = new byte[(int) Math.min(file.length(), LONGEST_HOLDER)];
        file.readFully(content);
        String holder = new String(content, StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "another process" : holder;
    }

    private static StoreLockedException locked(Path folder, StoreErrors errors, String holder) {
        return new StoreLockedException(
                errors.context(),
                "store '" + errors.store() + "': the folder '" + folder + "' is in use: " + holder
                        + "; one store at a time can have it open");
    }

    private static String describeThisProcess() {
        return "process " + ProcessHandle.current().pid() + " on " + host() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }

    private static String sinceOf(String holder) {
        return holder.substring(holder.lastIndexOf(' ') + 1);
    }

    /** Lets others in. The file stays: deleting it could take the lock from somebody who has it open by now. */
    void release() throws IOException {
        try {
            file.setLength(0);
        } finally {
            try {
                file.close();
            } finally {
                System.getProperties().remove(note);
            }
        }
    }
}
