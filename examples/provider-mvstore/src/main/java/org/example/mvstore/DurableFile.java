package org.example.mvstore;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * <p>MVStore writes each commit as a chunk, and the head of the file, which says which chunk is the last, only now and then. Then it looks for
 * newer chunks when it opens a file, and trusts one of which the first and the last line are there. A disk that loses power may keep these two
 * and lose what is between them; and where the chunk of the head has been written over meanwhile, an old one is taken for the last. So here the
 * head is written after each chunk, when the chunk is known to be on the disk, and nothing but the head says which chunk is the last: a commit is
 * there once the head is. What a chunk is written over was dead one commit before.
 *
 * <p>It is no channel, as MVStore's own is, because a thread that is interrupted closes a channel.
 */
final class DurableFile extends RandomAccessStore {

    /** What makes MVStore write the head after the next chunk, without it. */
    private static final String CLEAN = "clean";

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

    // One copy would do, and nobody would ever know that the other is damaged: a loss of power leaves each of them old or new.
    private static void requireHead(Path path, RandomAccessFile file) throws IOException {
        boolean whole = Head.read(file).size() == Head.COPIES;
        if (!whole && file.length() > Head.SIZE) {
            throw damaged("no head of an MVStore in {0}", path);
        }
        if (!whole) {
            file.setLength(0); // It was never finished: before the first commit the head is flushed.
        }
    }

    private static MVStoreException damaged(String problem, Object... what) {
        return DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, problem, what);
    }

    @Override
    protected void readStoreHeader(boolean recovery) {
        List<Head> heads = new ArrayList<>();
        attempt(DataUtils.ERROR_READING_FAILED, () -> heads.addAll(Head.read(file)));
        Head head = heads.getFirst();
        storeHeader.putAll(head.values());
        processCommonHeaderAttributes();
        setLastChunk(head.values().containsKey("chunk") ? lastChunk(head) : null);
        getChunksFromLayoutMap().forEach(chunk -> getChunks().putIfAbsent(chunk.id, chunk));
        clear();
        for (SFChunk chunk : getChunks().values()) {
            markUsed(chunk.block * Head.BLOCK, chunk.len * Head.BLOCK);
            if (chunk.maxLenLive == 0) {
                registerDeadChunk(chunk);
            }
        }
    }

    private SFChunk lastChunk(Head head) {
        SFChunk last = readChunkHeaderAndFooter(head.number("block"), (int) head.number("chunk"));
        if (last == null || last.version != head.number("version")) {
            throw damaged("chunk {0}, the last, is not in {1}", head.number("chunk"), getFileName());
        }
        return last;
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
        if (position == 0) {
            undecided = true;
        } else {
            storeHeader.put(CLEAN, 1);
        }
        attempt(DataUtils.ERROR_WRITING_FAILED, () -> {
            file.seek(position);
            file.write(bytes);
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
