package org.stowage.jsonfile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Writes a new file from its beginning in large pieces, and takes its fingerprint. */
final class FingerprintedOutput extends OutputStream {

    private static final int PIECE = 1 << 16;

    private final WritableFile file;
    private final byte[] piece = new byte[PIECE];
    private final CRC32C checksum = new CRC32C();
    private int filled;
    private long written;

    FingerprintedOutput(WritableFile file) {
        this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
        if (filled == PIECE) {
            flush();
        }
        piece[filled++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > PIECE - filled) {
            flush();
        }
        if (length >= PIECE) {
            put(bytes, offset, length);
            return;
        }
        System.arraycopy(bytes, offset, piece, filled, length);
        filled += length;
    }

    @Override
    public void flush() throws IOException {
        put(piece, 0, filled);
        filled = 0;
    }

    private void put(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            file.write(written, bytes, offset, length);
            checksum.update(bytes, offset, length);
            written += length;
        }
    }

    /** Makes all of it durable. */
    Fingerprint finish() throws IOException {
        flush();
        file.sync();
        return new Fingerprint(written, (int) checksum.getValue());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
