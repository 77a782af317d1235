package org.example.mvstore;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;

/** What MVStore writes into each of the first two blocks of a file: above all, which chunk is the last. */
record Head(Map<String, String> values) {

    static final int BLOCK = 4096;
    static final int COPIES = 2;
    static final int SIZE = COPIES * BLOCK;

    private static final String CHECKSUM = ",fletcher:";

    /** Reads the copies that are whole, the newest first. */
    static List<Head> read(RandomAccessFile file) throws IOException {
        List<Head> heads = new ArrayList<>();
        for (int copy = 0; copy < COPIES && file.length() >= SIZE; copy++) {
            byte[] block = new byte[BLOCK];
            file.seek((long) copy * BLOCK);
            file.readFully(block);
            parse(new String(block, StandardCharsets.ISO_8859_1).trim()).ifPresent(heads::add);
        }
        heads.sort(Comparator.comparingLong((Head head) -> head.number("version")).reversed());
        return heads;
    }

    private static Optional<Head> parse(String text) {
        int end = text.lastIndexOf(CHECKSUM);
        if (!text.startsWith("H:") || end < 0) {
            return Optional.empty();
        }
        byte[] checked = text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
        String checksum = Integer.toHexString(DataUtils.getFletcher32(checked, 0, checked.length));
        return text.substring(end + CHECKSUM.length()).equals(checksum)
                ? Optional.of(new Head(DataUtils.parseMap(text.substring(0, end))))
                : Optional.empty();
    }

    /** Returns a number, 0 if it is not there. */
    long number(String name) {
        return DataUtils.readHexLong(values, name, 0);
    }
}
