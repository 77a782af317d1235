package org.stowage.conformance.crash;

import java.util.Arrays;

/** What is in a file. It grows by halves, as a file of some megabytes is put together from sectors. */
final class FileContent {

    // Behind the end there are zeros only.
    private byte[] bytes = new byte[0];
    private int size;

    FileContent copy() {
        FileContent copy = new FileContent();
        copy.bytes = bytes.clone();
        copy.size = size;
        return copy;
    }

    /** Writes bytes at a position; what is between the end of the file and them is zeros. */
    void write(long position, byte[] source) {
        int end = Math.toIntExact(position + source.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + bytes.length / 2));
        }
        System.arraycopy(source, 0, bytes, (int) position, source.length);
        size = Math.max(size, end);
    }

    /** Cuts the file, or extends it with zeros. */
    void resize(long length) {
        int end = Math.toIntExact(length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, end);
        } else if (end < size) {
            Arrays.fill(bytes, end, size, (byte) 0);
        }
        size = end;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
