package org.stowage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * The directory at the end of a JAR, read by itself before anything is unpacked: a hostile JAR is known by what is written there. It is
 * read as bytes, so that what it says is bounded before Java makes an object of every entry.
 */
final class JarDirectory {

    private static final int END_SIZE = 22;
    private static final long END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIZE = 46;
    private static final long ENTRY_SIGNATURE = 0x02014b50;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private static final int MOST_ENTRIES = 0xFFFF - 1; // one more, and the format writes the number elsewhere
    private static final long HARMLESS_SIZE = 64L << 20;
    private static final int GREATEST_RATIO = 100;
    private static final int LONGEST_SHOWN = 100;
    private static final Pattern LEADING_OUT = Pattern.compile("(^|/)\\.\\.(/|$)|\\\\");

    private final byte[] entries;
    private final long fileSize;

    /** Whether a name may lead out: found for all names at once, and then looked at one by one. */
    private final boolean suspicious;

    private JarDirectory(byte[] entries, long fileSize) {
        this.entries = entries;
        this.fileSize = fileSize;
        String all = new String(entries, StandardCharsets.ISO_8859_1);
        this.suspicious = all.contains("..") || all.indexOf('\\') >= 0;
    }

    /**
     * Refuses a JAR that would harm whoever unpacks it.
     *
     * @throws UnusableJarException if it is one
     * @throws IOException if it is no JAR, or is damaged
     */
    static void check(Path file) throws IOException, UnusableJarException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            read(content).checkEntries();
        }
    }

    private static JarDirectory read(RandomAccessFile file) throws IOException, UnusableJarException {
        long size = file.length();
        byte[] tail = new byte[(int) Math.min(size, END_SIZE + LONGEST_COMMENT)];
        read(file, size - tail.length, tail);
        int end = tail.length - END_SIZE;
        while (end >= 0 && !isEnd(tail, end)) {
            end--;
        }
        if (end < 0) {
            throw new ZipException("its directory is missing");
        }
        if (twoBytes(tail, end + 10) > MOST_ENTRIES) {
            throw new UnusableJarException(
                    "it has more than " + MOST_ENTRIES + " entries", "leave out what the provider does not need");
        }
        long length = fourBytes(tail, end + 12);
        long start = size - tail.length + end - length;
        if (start < 0) {
            throw new ZipException("its directory is cut off");
        }
        byte[] entries = new byte[Math.toIntExact(length)];
        read(file, start, entries);
        return new JarDirectory(entries, size);
    }

    private static boolean isEnd(byte[] tail, int position) {
        return tail[position] == 'P'
                && fourBytes(tail, position) == END_SIGNATURE
                && twoBytes(tail, position + 20) == tail.length - END_SIZE - position;
    }

    private static void read(RandomAccessFile file, long start, byte[] bytes) throws IOException {
        file.seek(start);
        file.readFully(bytes);
    }

    private void checkEntries() throws IOException, UnusableJarException {
        long unpacked = 0;
        int position = 0;
        while (position < entries.length) {
            if (entries.length - position < ENTRY_SIZE || fourBytes(entries, position) != ENTRY_SIGNATURE) {
                throw new ZipException("its directory is damaged");
            }
            unpacked += fourBytes(entries, position + 24);
            int name = position + ENTRY_SIZE;
            int nameLength = twoBytes(entries, position + 28);
            int next = name + nameLength + twoBytes(entries, position + 30) + twoBytes(entries, position + 32);
            if (next > entries.length) {
                throw new ZipException("its directory is damaged");
            }
            checkName(name, nameLength);
            position = next;
        }
        if (unpacked > HARMLESS_SIZE && unpacked / GREATEST_RATIO > fileSize) {
            throw new UnusableJarException(
                    "it would unpack to " + (unpacked >> 20) + " MiB, more than " + GREATEST_RATIO + " times its size",
                    "remove it, no honest JAR is packed like that");
        }
    }

    /** Refuses what begins at a root or a drive, and what has a step up or a backslash in it. */
    private void checkName(int start, int length) throws UnusableJarException {
        boolean rooted = (length > 0 && entries[start] == '/') || (length > 1 && entries[start + 1] == ':');
        if (rooted || (suspicious && LEADING_OUT.matcher(name(start, length)).find())) {
            throw new UnusableJarException(
                    "it has the entry '" + shown(start, length) + "', which leads out of where it is unpacked",
                    "remove it, or build it again without that entry");
        }
    }

    private String name(int start, int length) {
        return new String(entries, start, length, StandardCharsets.UTF_8);
    }

    /** What it is called is a stranger's choice, and is printed on somebody's terminal. */
    private String shown(int start, int length) {
        return name(start, Math.min(length, LONGEST_SHOWN)).replaceAll("\\p{Cntrl}", "?");
    }

    private static int twoBytes(byte[] bytes, int position) {
        return (bytes[position] & 0xFF) | (bytes[position + 1] & 0xFF) << 8;
    }

    private static long fourBytes(byte[] bytes, int position) {
        return twoBytes(bytes, position) | (long) twoBytes(bytes, position + 2) << 16;
    }
}
