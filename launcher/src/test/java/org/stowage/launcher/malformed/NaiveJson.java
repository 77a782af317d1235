package org.stowage.launcher.malformed;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that is known to be some: objects as maps, lists, texts, true and false, null, and numbers as they are written. */
final class NaiveJson {

    private final String text;
    private int at;

    /** A number. */
    record Numeral(String written) {
        @Override
        public String toString() {
            return written;
        }
    }

    private NaiveJson(String text) {
        this.text = text;
    }

    static @Nullable Object parse(String text) {
        NaiveJson json = new NaiveJson(text);
        Object value = json.value();
        json.space();
        json.require(json.at == text.length());
        return value;
    }

    private @Nullable Object value() {
        space();
        char first = peek();
        return switch (first) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        space();
        while (peek() != '}') {
            space();
            String name = string();
            space();
            require(peek() == ':');
            at++;
            members.put(name, value());
            space();
            separator('}');
        }
        at++;
        return members;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        space();
        while (peek() != ']') {
            elements.add(value());
            space();
            separator(']');
        }
        at++;
        return elements;
    }

    private void separator(char end) {
        if (peek() == ',') {
            at++;
            space();
            require(peek() != end);
        } else {
            require(peek() == end);
        }
    }

    private String string() {
        require(peek() == '"');
        StringBuilder read = new StringBuilder();
        at++;
        while (peek() != '"') {
            char next = text.charAt(at++);
            if (next == '\\') {
                char escaped = text.charAt(at++);
                if (escaped == 'u') {
                    read.append(escaped());
                } else {
                    int known = "bfnrt".indexOf(escaped);
                    read.append(known < 0 ? escaped : "\b\f\n\r\t".charAt(known));
                }
            } else {
                read.append(next);
            }
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        int end = at + 4;
        require(end <= text.length() && text.substring(at, end).chars().allMatch(HexFormat::isHexDigit));
        char read = (char) HexFormat.fromHexDigits(text, at, end);
        at = end;
        return read;
    }

    private Numeral number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        require(at > start);
        return new Numeral(text.substring(start, at));
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        require(text.startsWith(word, at));
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        require(at < text.length());
        return text.charAt(at);
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new Kind.WrongAnswerError("what was accepted is no JSON at character " + at);
        }
    }
}
