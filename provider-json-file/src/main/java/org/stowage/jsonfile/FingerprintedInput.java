package org.stowage.jsonfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** Takes the fingerprint of what is read. */
final class FingerprintedInput extends FilterInputStream {

    private final CRC32C checksum = new CRC32C();
    private long count;

    FingerprintedInput(InputStream in) {
        super(in);
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
            checksum.update(bytes, offset, read);
            count += read;
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        throw new UnsupportedOperationException("what is skipped would be missing in the fingerprint");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Returns the fingerprint of what was read so far. */
    Fingerprint fingerprint() {
        return new Fingerprint(count, (int) checksum.getValue());
    }

    /** Returns the fingerprint of a whole file. */
    static Fingerprint of(Folder folder, String name) throws IOException {
        try (FingerprintedInput input = new FingerprintedInput(folder.read(name))) {
            byte[] piece = new byte[1 << 16];
            while (input.read(piece, 0, piece.length) >= 0) {
                // Reading is all that it takes.
            }
            return input.fingerprint();
        }
    }
}
