package org.stowage.jsonfile;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CorruptStoreException;

/**
 * Reads the lines of a journal up to where it ends.
 *
 * <p>A journal is extended with zeros in advance, so it ends where only zeros follow. It also ends at a line that is not whole, if the
 * write of it was interrupted: nobody was told then that its commit was done. That is so unless a later line says that the
 * commit was durable; then the medium has lost something, and the journal is refused.
 */
final class JournalReader implements Closeable {

    private static final int PIECE = 1 << 16;

    private final Folder folder;
    private final String name;
    private final StoreErrors errors;
    private final InputStream in;
    private long position;
    private long framePosition;

    JournalReader(Folder folder, String name, StoreErrors errors) throws IOException {
        this.folder = folder;
        this.name = name;
        this.errors = errors;
        this.in = new BufferedInputStream(folder.read(name), PIECE);
    }

    /**
     * Returns the next line, or null at the end.
     *
     * @param last the number of the last commit that is known before it
     */
    @Nullable Frame next(long last) throws IOException {
        framePosition = position;
        byte[] head = in.readNBytes(Frame.HEAD);
        Frame frame = read(in, head);
        if (frame == null) {
            requireInterruptedWrite(head, last);
            return null;
        }
        position += frame.size();
        return frame;
    }

    private static @Nullable Frame read(InputStream in, byte[] head) throws IOException {
        int length = Frame.lengthAfter(head);
        if (length < 0) {
            return null;
        }
        // Reads in pieces, so that a wrong length takes no more memory than the file has bytes.
        byte[] rest = in.readNBytes(length);
        if (rest.length < length) {
            return null;
        }
        byte[] line = Arrays.copyOf(head, Frame.HEAD + length);
        System.arraycopy(rest, 0, line, Frame.HEAD, length);
        return Frame.decode(line);
    }

    // A line begins behind the end of another; texts within a line hold no line break, so none can pass itself off as a
    // line.
    private void requireInterruptedWrite(byte[] head, long last) throws IOException {
        long statedEnd = framePosition + Frame.HEAD + Math.max(0, Frame.lengthAfter(head));
        try (InputStream rest = folder.read(name)) {
            rest.skipNBytes(framePosition);
            byte[] piece = new byte[PIECE];
            long at = framePosition;
            for (int read = rest.read(piece); read >= 0; read = rest.read(piece)) {
                for (int i = 0; i < read; i++) {
                    at++;
                    if (piece[i] == '\n' || at == statedEnd) {
                        requireNoLaterCommit(at, last);
                    }
                }
            }
        }
    }

    private void requireNoLaterCommit(long laterPosition, long last) throws IOException {
        Frame later;
        try (InputStream rest = folder.read(name)) {
            rest.skipNBytes(laterPosition);
            later = read(rest, rest.readNBytes(Frame.HEAD));
        }
        // The first line is durable before any other is written.
        if (later != null && (framePosition == 0 || later.durable() > last)) {
            throw corrupt("the journal is damaged there, but a line at byte " + laterPosition
                    + " came later: restore the folder from a backup");
        }
    }

    /** Returns the error about the line that was read last. */
    CorruptStoreException corrupt(String problem) {
        return errors.corrupt(place() + ": " + problem);
    }

    /** Returns where the line is that was read last. */
    String place() {
        return folder.place(name) + " at byte " + framePosition;
    }

    /** Returns how many bytes the lines take that were read. */
    long size() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
