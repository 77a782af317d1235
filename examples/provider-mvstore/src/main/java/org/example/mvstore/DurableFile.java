package org.example.mvstore;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.h2.mvstore.SFChunk;

/**
 * The file under an MVStore, written in an order that a loss of power cannot spoil.
 *
 * <p>MVStore writes each commit as a chunk, and trusts a chunk whose first and last line are there. A disk that loses power may keep these two and
 * lose what is between them. So the first sector, which holds the first line, is written last, when the rest is known to be on the disk. The
 * head of the file follows when the chunk that it points to is there.
 *
 * <p>It is no channel, as MVStore's own is, because a thread that is interrupted closes a channel.
 */
final class DurableFile extends RandomAccessStore {

    private static final int SECTOR = 512;
    private static final int HEAD = 2 * 4096;

    private final RandomAccessFile file;
    private IOException failure;
    private boolean undecided;

    private DurableFile(RandomAccessFile file) throws IOException {
        super(Map.of());
        this.file = file;
        setSize(file.length());
    }

    /** Opens the file, and creates it if it is not there. */
    static DurableFile open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            requireHead(path, file);
            DurableFile durable = new DurableFile(file);
            durable.init(path.toString(), false);
            return durable;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    // MVStore makes do with one of the two copies, and nobody would ever know that the other is damaged.
    private static void requireHead(Path path, RandomAccessFile file) throws IOException {
        boolean whole = file.length() > HEAD || (file.length() == HEAD && starts(file, 0) && starts(file, HEAD / 2));
        if (!whole) {
            file.setLength(0); // It was never finished: before the first commit the head is flushed.
        } else if (!starts(file, 0) || !starts(file, HEAD / 2)) {
            throw DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "no head of an MVStore in {0}", path);
        }
    }

    private static boolean starts(RandomAccessFile file, long position) throws IOException {
        file.seek(position);
        return file.read() == 'H' && file.read() == ':';
    }

    /** Returns why the medium failed, or null if it did not: MVStore takes a chunk that it cannot read for one that is not there. */
    IOException failure() {
        return failure;
    }

    /** Returns whether nobody knows if the last commit, which failed, is there when the file is opened again. */
    boolean undecided() {
        return undecided;
    }

    /** Says that the next commit begins. */
    void decide() {
        undecided = false;
    }

    @Override
    public ByteBuffer readFully(SFChunk chunk, long position, int length) {
        byte[] bytes = new byte[length];
        attempt(DataUtils.ERROR_READING_FAILED, () -> {
            file.seek(position);
            file.readFully(bytes);
        });
        return ByteBuffer.wrap(bytes);
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer source) {
        setSize(Math.max(size(), position + source.remaining()));
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        if (position > 0) {
            write(position + SECTOR, bytes, SECTOR, bytes.length - SECTOR);
            undecided = true;
            write(position, bytes, 0, SECTOR);
        } else {
            write(position, bytes, 0, bytes.length);
        }
    }

    private void write(long position, byte[] bytes, int from, int length) {
        attempt(DataUtils.ERROR_WRITING_FAILED, () -> {
            file.seek(position);
            file.write(bytes, from, length);
            file.getFD().sync();
        });
    }

    @Override
    public void sync() {
        attempt(DataUtils.ERROR_WRITING_FAILED, () -> file.getFD().sync());
    }

    @Override
    protected void truncate(long size) {
        attempt(DataUtils.ERROR_WRITING_FAILED, () -> file.setLength(size));
        setSize(size);
    }

    /** What may fail with the medium. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private synchronized void attempt(int error, Work work) {
        try {
            if (failure != null) {
                throw failure;
            }
            work.run();
        } catch (EOFException e) {
            throw failed(error, e);
        } catch (IOException e) {
            failure = e;
            throw failed(error, e);
        }
    }

    private MVStoreException failed(int error, IOException cause) {
        return DataUtils.newMVStoreException(error, "{0}: {1}", getFileName(), cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(DataUtils.ERROR_WRITING_FAILED, e);
        }
    }

    @Override
    public void open(String fileName, boolean readOnly, char[] encryptionKey) {
        throw new UnsupportedOperationException("it is open");
    }

    @Override
    public FileStore<SFChunk> open(String fileName, boolean readOnly) {
        throw new UnsupportedOperationException("it is open");
    }

    @Override
    public void backup(ZipOutputStream out) {
        throw new UnsupportedOperationException("copy the file when the store is closed");
    }
}
