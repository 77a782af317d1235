package org.stowage.spi.value;

import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;

/** Takes a JSON text apart into tokens, strictly as RFC 8259 has them. */
final class JsonScanner {

    private final String json;
    private int position;

    JsonScanner(String json) {
        this.json = json;
    }

    int position() {
        return position;
    }

    void skipSpace() {
        while (at(' ') || at('\n') || at('\r') || at('\t')) {
            position++;
        }
    }

    boolean at(char character) {
        return position < json.length() && json.charAt(position) == character;
    }

    boolean accept(char character) {
        skipSpace();
        boolean found = at(character);
        position += found ? 1 : 0;
        return found;
    }

    void expect(char character) {
        if (!accept(character)) {
            throw invalid(position, "expected '" + character + "'");
        }
    }

    void end() {
        skipSpace();
        if (position < json.length()) {
            throw invalid(position, "expected the end");
        }
    }

    boolean acceptNull() {
        skipSpace();
        return acceptWord("null");
    }

    boolean bool() {
        if (acceptWord("true")) {
            return true;
        }
        if (acceptWord("false")) {
            return false;
        }
        throw invalid(position, "expected true or false");
    }

    private boolean acceptWord(String word) {
        boolean found = json.startsWith(word, position);
        position += found ? word.length() : 0;
        return found;
    }

    /** Returns the text of the number that starts here. */
    String number() {
        int start = position;
        position += at('-') ? 1 : 0;
        if (at('0')) {
            position++;
        } else {
            digits(start);
        }
        if (at('.')) {
            position++;
            digits(start);
        }
        if (at('e') || at('E')) {
            position++;
            position += at('+') || at('-') ? 1 : 0;
            digits(start);
        }
        return json.substring(start, position);
    }

    private void digits(int start) {
        int first = position;
        while (position < json.length() && json.charAt(position) >= '0' && json.charAt(position) <= '9') {
            position++;
        }
        if (position == first) {
            throw invalid(start, "expected a number");
        }
    }

    /** Returns the content of the string that starts here, escapes resolved. */
    String string() {
        int start = position;
        if (!at('"')) {
            throw invalid(start, "expected a string");
        }
        position++;
        StringBuilder text = null;
        int done = position;
        while (!at('"')) {
            if (position == json.length()) {
                throw invalid(start, "the string does not end");
            }
            char character = json.charAt(position);
            if (character < ' ') {
                throw invalid(position, "a string holds a control character that is not escaped");
            }
            if (character == '\\') {
                text = text == null ? new StringBuilder() : text;
                text.append(json, done, position);
                text.append(escape());
                done = position;
            } else {
                position++;
            }
        }
        String rest = json.substring(done, position++);
        return text == null ? rest : text.append(rest).toString();
    }

    private char escape() {
        int start = position;
        position += 2;
        char kind = start + 1 < json.length() ? json.charAt(start + 1) : ' ';
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal(start);
            default -> throw invalid(start, "a string holds an escape that does not exist");
        };
    }

    private char hexadecimal(int start) {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            // Only ASCII: Character.digit alone would take the digits of every script.
            char character = position < json.length() ? json.charAt(position) : ' ';
            int digit = character < 0x80 ? Character.digit(character, 16) : -1;
            if (digit < 0) {
                throw invalid(start, "expected four hexadecimal digits after \\u");
            }
            code = code << 4 | digit;
            position++;
        }
        return (char) code;
    }

    InvalidValueException invalid(int where, String message) {
        return new InvalidValueException(ErrorContext.none(), "JSON at character '" + (where + 1) + "': " + message);
    }
}
