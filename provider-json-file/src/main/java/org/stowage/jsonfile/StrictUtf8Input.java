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
    private static final int LOOK_AHEAD = 4;

    private final PushbackInputStream in;
    private long position;

    // Within a character of several bytes: how many are to come, and what the next one may be.
    private int remaining;
    private int least;
    private int most;

    StrictUtf8Input(InputStream in) throws IOException {
        this.in = new PushbackInputStream(in, LOOK_AHEAD);
        byte[] start = in.readNBytes(LOOK_AHEAD);
        for (byte value : start) {
            if (value == 0) {
                // Parsers guess UTF-16 and UTF-32 from such a beginning.
                throw new NotUtf8Exception(0);
            }
        }
        boolean mark =
                start.length >= 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
        int skipped = mark ? 3 : 0;
        this.in.unread(start, skipped, start.length - skipped);
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
            throw new NotUtf8Exception(position);
        }
        return read;
    }

    private void check(byte[] bytes, int from, int to) throws NotUtf8Exception {
        int at = from;
        while (at < to) {
            if (remaining == 0) {
                at = afterAscii(bytes, at, to);
                if (at < to && !begin(bytes[at] & 0xff)) {
                    throw new NotUtf8Exception(position + at - from);
                }
                at++;
            } else {
                int value = bytes[at] & 0xff;
                if (value < least || value > most) {
                    throw new NotUtf8Exception(position + at - from);
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

    /** Bytes that are not UTF-8. */
    static final class NotUtf8Exception extends IOException {

        private static final long serialVersionUID = 1L;

        private final long position;

        NotUtf8Exception(long position) {
            super("not UTF-8");
            this.position = position;
        }

        /** Returns which byte is wrong, from 0. */
        long position() {
            return position;
        }
    }
}
