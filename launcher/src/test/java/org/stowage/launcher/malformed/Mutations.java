package org.stowage.launcher.malformed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages inputs: bits, pieces, lengths; and puts in what has broken readers before. */
final class Mutations {

    private static final List<String> HOSTILE = List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "(".repeat(100_000),
            "9".repeat(5_000),
            "1e999999999",
            "-1e-999999999",
            "99999999999999999999",
            "\u0000",
            "\uFEFF",
            "\uFFFF",
            "'\"`\\",
            "\"",
            "\r",
            "\n\n\n",
            "\\u0000",
            "\\ud800",
            "NaN",
            "null",
            "x".repeat(300_000),
            "../../../etc/passwd",
            "-0",
            "0x10",
            "\u0660\u0661",
            "not ".repeat(20_000));

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** Returns a damaged input. */
    byte[] of(Kind kind) {
        List<byte[]> specimens = kind.specimens();
        byte[] input = specimens.get(random.nextInt(specimens.size()));
        for (int i = random.nextInt(random.nextInt(4) == 0 ? 12 : 2); i >= 0; i--) {
            input = mutated(input, kind);
        }
        return input;
    }

    private byte[] mutated(byte[] input, Kind kind) {
        int at = place(input.length);
        int end = Math.min(input.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 4_096 : 8));
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(input, at);
            case 1, 2 -> flipped(input);
            case 3 -> spliced(input, at, end, new byte[0]);
            case 4 -> spliced(input, at, at, Arrays.copyOfRange(input, at, end));
            case 5 -> spliced(input, at, end, noise(end - at));
            case 6 -> spliced(input, at, end, new byte[end - at]);
            case 7 -> spliced(input, at, random.nextBoolean() ? at : end, word(kind));
            case 8 -> exchanged(input, at, end);
            default ->
                random.nextInt(10) == 0 ? spliced(input, at, at, hostile()) : spliced(input, at, end, word(kind));
        };
    }

    /** Returns where to damage an input of that length: anywhere, and often at its beginning or end. */
    private int place(int length) {
        return switch (random.nextInt(16)) {
            case 0 -> 0;
            case 1 -> length;
            default -> random.nextInt(length + 1);
        };
    }

    private byte[] flipped(byte[] input) {
        byte[] changed = input.clone();
        for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private byte[] exchanged(byte[] input, int at, int end) {
        int other = random.nextInt(input.length + 1);
        byte[] piece = Arrays.copyOfRange(input, other, Math.min(input.length, other + end - at));
        return spliced(input, at, end, piece);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] word(Kind kind) {
        List<String> words = kind.words();
        return words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] piece) {
        byte[] changed = Arrays.copyOf(input, from + piece.length + input.length - to);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(input, to, changed, from + piece.length, input.length - to);
        return changed;
    }
}
