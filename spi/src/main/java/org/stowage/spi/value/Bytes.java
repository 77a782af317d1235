package org.stowage.spi.value;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An immutable sequence of bytes, ordered as unsigned bytes from the first. */
public final class Bytes implements Comparable<Bytes> {

    private static final int SHOWN = 16;

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Returns a copy of the array's content. */
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /** Returns the number of bytes. */
    public int size() {
        return content.length;
    }

    /** Returns the byte at an index from 0. */
    public byte get(int index) {
        return content[index];
    }

    /** Returns the content in an array that belongs to the caller. */
    public byte[] toArray() {
        return content.clone();
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Returns the first bytes in hexadecimal, and how many there are. */
    @Override
    public String toString() {
        String start = HexFormat.of().formatHex(content, 0, Math.min(SHOWN, content.length));
        return content.length <= SHOWN ? "0x" + start : "0x" + start + "… (" + content.length + " bytes)";
    }
}
