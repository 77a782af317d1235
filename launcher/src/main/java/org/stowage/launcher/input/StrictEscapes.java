package org.stowage.launcher.input;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes on the characters of a JSON text. In place of one beyond ASCII where an escape must have a hexadecimal digit it gives one that the
 * parser refuses there: of such a character the parser looks at the lower eight bits only, and takes {@code İ} for {@code 0}.
 */
final class StrictEscapes extends FilterReader {

    private static final int DIGITS = 4;
    private static final int LAST_OF_ASCII = 0x7F;
    private static final char NO_DIGIT = '\uFFFD';

    private boolean escaped;
    private int digits;

    StrictEscapes(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int read = super.read(characters, offset, length);
        for (int i = offset; i < offset + read; i++) {
            characters[i] = checked(characters[i]);
        }
        return read;
    }

    // There are backslashes within texts alone: elsewhere the parser stops at the first one.
    private char checked(char character) {
        if (digits > 0) {
            digits--;
            return character > LAST_OF_ASCII ? NO_DIGIT : character;
        }
        digits = escaped && character == 'u' ? DIGITS : 0;
        escaped = !escaped && character == '\\';
        return character;
    }
}
