package org.stowage.jsonfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A journal that is being written. It is extended with zeros in advance, so that a commit writes over room that the file has
 * already: that needs no change of the file's size to become durable, and it cannot fail for want of room. Used by one thread at a time.
 */
final class Journal implements Closeable {

    private static final int STEP = 1 << 18;
    private static final int LARGEST_PIECE = 1 << 23;
    private static final byte[] FIRST_LINE = "{\"journal\":1}".getBytes(StandardCharsets.US_ASCII);

    private final long number;
    private final WritableFile file;
    private final boolean through;
    private long position;
    private long capacity;

    private Journal(long number, WritableFile file, boolean through) {
        this.number = number;
        this.file = file;
        this.through = through;
    }

    /** Makes a journal with room in it, under a name that is durable when this returns. */
    static Journal create(Folder folder, long number, Folder.Writing writing) throws IOException {
        String name = FileNames.ofJournal(number);
        Journal journal = new Journal(number, folder.create(name, writing), writing == Folder.Writing.THROUGH);
        try {
            journal.makeRoom(1);
            folder.sync();
            return journal;
        } catch (IOException e) {
            journal.close();
            folder.delete(name);
            throw e;
        }
    }

    /**
     * Writes the first line, durable when this returns.
     *
     * @param last the last commit before this journal
     */
    void begin(long last) throws IOException {
        byte[] line = Frame.encode(last, last, FIRST_LINE);
        write(line, line.length);
        file.sync();
    }

    /** Extends the file until so many bytes more have room. */
    void makeRoom(long bytes) throws IOException {
        while (capacity - position < bytes) {
            long steps = (bytes - (capacity - position) + STEP - 1) / STEP;
            int piece = (int) Math.min(LARGEST_PIECE, steps * STEP);
            file.write(capacity, new byte[piece], 0, piece);
            capacity += piece;
        }
        if (!through) {
            file.sync();
        }
    }

    /** Writes lines at the end, for which there is room. */
    void write(byte[] lines, int length) throws IOException {
        file.write(position, lines, 0, length);
        position += length;
    }

    /** Makes sure that nothing is found behind the last line that was written, whatever a failed write has left there. */
    void eraseTail() throws IOException {
        file.write(position, new byte[Frame.HEAD], 0, Frame.HEAD);
        file.sync();
    }

    void sync() throws IOException {
        file.sync();
    }

    long number() {
        return number;
    }

    long position() {
        return position;
    }

    long capacity() {
        return capacity;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
