package org.stowage.jsonfile;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A folder of the file system.
 *
 * <p>Files are written through {@link RandomAccessFile}, because an interrupt closes a {@link FileChannel} under its user. Its mode
 * {@code rwd} makes each write durable in one system call.
 */
final class DiskFolder implements Folder {

    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    // A synchronous write stops at the drive's cache there; only an explicit flush goes through it.
    private static final boolean WRITES_STOP_AT_CACHE = SYSTEM.startsWith("mac");

    // Folders cannot be opened there; the file system keeps the order of their changes itself.
    private static final boolean FOLDERS_SYNC = !SYSTEM.startsWith("windows");

    private final Path path;

    DiskFolder(Path path) {
        this.path = path;
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    names.add(entry.getFileName().toString());
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new FileInputStream(plain(name));
    }

    @Override
    public WritableFile create(String name, Writing writing) throws IOException {
        boolean through = writing == Writing.THROUGH;
        RandomAccessFile file = new RandomAccessFile(plain(name), through && !WRITES_STOP_AT_CACHE ? "rwd" : "rw");
        try {
            file.setLength(0);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new DiskFile(file, through && WRITES_STOP_AT_CACHE);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(path.resolve(from), path.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(path.resolve(name));
    }

    @Override
    public void sync() throws IOException {
        sync(path);
    }

    /** Makes durable the names in a folder. */
    static void sync(Path folder) throws IOException {
        if (!FOLDERS_SYNC) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            while (!syncUnlessInterrupted(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean syncUnlessInterrupted(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    @Override
    public String place(String name) {
        return path.resolve(name).toString();
    }

    // A link could lead out of the folder, and a rename would replace the link instead of what it leads to.
    private File plain(String name) throws IOException {
        Path file = path.resolve(name);
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(
                    file.toString(), null, "it is a symbolic link, which is not followed: put the file itself there");
        }
        return file.toFile();
    }

    private final class DiskFile implements WritableFile {

        private final RandomAccessFile file;
        private final boolean syncEachWrite;

        DiskFile(RandomAccessFile file, boolean syncEachWrite) {
            this.file = file;
            this.syncEachWrite = syncEachWrite;
        }

        @Override
        public void write(long position, byte[] bytes, int offset, int length) throws IOException {
            try {
                file.seek(position);
                file.write(bytes, offset, length);
                if (syncEachWrite) {
                    file.getFD().sync();
                }
            } catch (IOException e) {
                throw fullOr(e, length);
            }
        }

        @Override
        public void sync() throws IOException {
            try {
                file.getFD().sync();
            } catch (IOException e) {
                throw fullOr(e, 0);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    // The text is all that the system says; where it is in another language, the room left decides.
    private IOException fullOr(IOException e, long wanted) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space left")
                || message.contains("quota exceeded")
                || message.contains("not enough space");
        return full || roomBelow(wanted) ? new DiskFullException(e) : e;
    }

    private boolean roomBelow(long wanted) {
        try {
            return Files.getFileStore(path).getUsableSpace() < wanted;
        } catch (IOException e) {
            return false;
        }
    }
}
