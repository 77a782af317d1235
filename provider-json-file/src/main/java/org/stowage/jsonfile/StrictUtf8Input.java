package org.stowage.jsonfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Passes on bytes that are UTF-8 as the standard defines it, and refuses all others; JSON parsers are more lenient. A byte order mark at the
 * beginning is left out. Positions count from behind it.
 */
final class StrictUtf8Input extends InputStream {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int MARK_LENGTH = 3;
    private static final int GUESSED_FROM = 4;
    private static final int LOOK_AHEAD = MARK_LENGTH + GUESSED_FROM;

    private final PushbackInputStream in;
    private long position;

    // Within a character of several bytes: how many are to come, and what the next one may be.
    private int remaining;
    private int least;
    private int most;

    StrictUtf8Input(InputStream in) throws IOException {
        this.in = new PushbackInputStream(in, LOOK_AHEAD);
        byte[] start = in.readNBytes(LOOK_AHEAD);
        int skipped = isMark(start, 0) ? MARK_LENGTH : 0;
        if (skipped > 0 && isMark(start, skipped)) {
            // Parsers leave out a mark themselves, and would not see the second one.
            throw new RefusedBytesException("the file begins with two byte order marks: remove them", 0);
        }
        for (int i = skipped; i < Math.min(start.length, skipped + GUESSED_FROM); i++) {
            if (start[i] == 0) {
                // Parsers guess UTF-16 and UTF-32 from such a beginning.
                throw notUtf8(0);
            }
        }
        this.in.unread(start, skipped, start.length - skipped);
    }

    private static boolean isMark(byte[] bytes, int from) {
        return bytes.length >= from + MARK_LENGTH
                && bytes[from] == (byte) 0xef
                && bytes[from + 1] == (byte) 0xbb
                && bytes[from + 2] == (byte) 0xbf;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            check(bytes, offset, offset + read);
            position += read;
        } else if (read < 0 && remaining > 0) {
            throw notUtf8(position);
        }
        return read;
    }

    private void check(byte[] bytes, int from, int to) throws RefusedBytesException {
        int at = from;
        while (at < to) {
            if (remaining == 0) {
                at = afterAscii(bytes, at, to);
                if (at < to && !begin(bytes[at] & 0xff)) {
                    throw notUtf8(position + at - from);
                }
                at++;
            } else {
                int value = bytes[at] & 0xff;
                if (value < least || value > most) {
                    throw notUtf8(position + at - from);
                }
                expect(remaining - 1, 0x80, 0xbf);
                at++;
            }
        }
    }

    private static int afterAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) EIGHT.get(bytes, at) & NOT_ASCII) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    // The second byte excludes longer forms than needed, surrogates, and what is beyond the last character.
    private boolean begin(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            expect(1, 0x80, 0xbf);
        } else if (lead >= 0xe0 && lead <= 0xef) {
            expect(2, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
        } else if (lead >= 0xf0 && lead <= 0xf4) {
            expect(3, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
        } else {
            return false;
        }
        return true;
    }

    private void expect(int bytes, int from, int to) {
        remaining = bytes;
        least = from;
        most = to;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static RefusedBytesException notUtf8(long position) {
        return new RefusedBytesException("the bytes are not UTF-8: save the file in that encoding", position);
    }

    /** Bytes that are refused. */
    static final class RefusedBytesException extends IOException {

        private static final long serialVersionUID = 1L;

        private final String problem;
        private final long position;

        RefusedBytesException(String problem, long position) {
            super(problem);
            this.problem = problem;
            this.position = position;
        }

        /** Returns why, and what to do, for people. */
        String problem() {
            return problem;
        }

        /** Returns which byte is wrong, from 0. */
        long position() {
            return position;
        }
    }
}
