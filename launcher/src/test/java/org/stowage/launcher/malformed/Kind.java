package org.stowage.launcher.malformed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A kind of input that somebody may have damaged, or made to do damage. */
interface Kind {

    /** Returns what it is called. */
    String name();

    /** Returns well-formed inputs, which are mutated. */
    List<byte[]> specimens();

    /** Returns pieces that have a meaning in such an input. */
    List<String> words();

    /**
     * Reads an input, and checks that what comes of it is what the input says.
     *
     * @throws RuntimeException of a type that says what is wrong with the input
     * @throws WrongAnswerError if what comes of it is something else
     */
    void read(byte[] input) throws Exception;

    /** Returns the text of a file, of which a byte order mark at its beginning is no part. */
    static String text(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Something came of an input that it does not say. */
    final class WrongAnswerError extends AssertionError {

        private static final long serialVersionUID = 1;

        WrongAnswerError(String message) {
            super(message);
        }
    }
}
