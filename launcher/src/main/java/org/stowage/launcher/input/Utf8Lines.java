package org.stowage.launcher.input;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Characters of a file in UTF-8, strictly; a byte order mark at its beginning is passed over. */
final class Utf8Lines {

    private Utf8Lines() {}

    /** Returns the first line that holds bytes which are no UTF-8, from 1. */
    static long firstWrongLine(InputStream input) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        long line = 1;
        try (InputStream bytes = new BufferedInputStream(input)) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                content.write(next);
                if (next == '\n') {
                    decoder.decode(ByteBuffer.wrap(content.toByteArray()));
                    content.reset();
                    line++;
                }
            }
        } catch (CharacterCodingException e) {
            return line;
        }
        return line;
    }

    static BufferedReader reader(InputStream input) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        input,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
