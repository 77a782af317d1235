package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.List;
import org.stowage.internal.jdql.Token.Kind;

/** Cuts a text into words. */
final class Lexer {

    private static final List<String> LONG_SYMBOLS = List.of("<>", "<=", ">=", "||", "!=");
    private static final String SHORT_SYMBOLS = "()+-*/=<>,.";

    private final SourceText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /** Returns the words of the text; the last one is its end. */
    static List<Token> tokens(SourceText source) {
        Lexer lexer = new Lexer(source);
        while (lexer.next()) {
            // One word at a time.
        }
        return lexer.tokens;
    }

    private boolean next() {
        while (at < text.length() && " \t\n\f\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            tokens.add(new Token(Kind.END, "", start));
            return false;
        }
        char c = text.charAt(at);
        if (c == '\'') {
            quoted(start);
        } else if (digit(at) || (c == '.' && digit(at + 1))) {
            number(start);
        } else if (c == ':') {
            at++;
            tokens.add(new Token(Kind.NAMED_PARAMETER, name(start, "a parameter's name is missing"), start));
        } else if (c == '?') {
            ordinal(start);
        } else if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
            tokens.add(new Token(Kind.WORD, name(start, ""), start));
        } else {
            symbol(start);
        }
        return true;
    }

    private void quoted(int start) {
        StringBuilder content = new StringBuilder();
        at++;
        while (true) {
            int quote = text.indexOf('\'', at);
            if (quote < 0) {
                throw source.error(start, "the text that begins here is not closed", "end it with a single quote");
            }
            content.append(text, at, quote);
            at = quote + 1;
            if (at == text.length() || text.charAt(at) != '\'') {
                break;
            }
            content.append('\'');
            at++;
        }
        tokens.add(new Token(Kind.TEXT, content.toString(), start));
    }

    private void number(int start) {
        Kind kind = Kind.WHOLE_NUMBER;
        digits();
        // Two points, or a point and a name, are no number's: leave them to the parser's error.
        if (at < text.length() && text.charAt(at) == '.') {
            kind = Kind.DECIMAL_NUMBER;
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            kind = Kind.DECIMAL_NUMBER;
            exponent(start);
        }
        String digits = text.substring(start, at).replace("_", "");
        Kind suffixed = suffix(kind);
        if (suffixed != kind) {
            kind = suffixed;
        } else if (kind == Kind.WHOLE_NUMBER && digits.length() > 1 && digits.startsWith("0")) {
            throw source.error(
                    start, "the number '" + digits + "' begins with 0, which is octal in Java", "leave the 0 out");
        }
        if (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
            throw source.error(
                    at, "the number '" + digits + "' runs into '" + text.charAt(at) + "'", "put a space between them");
        }
        tokens.add(new Token(kind, digits, start));
    }

    private void exponent(int start) {
        at++;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        if (!digit(at)) {
            throw source.error(
                    start, "the number '" + text.substring(start, at) + "' has no exponent", "write it as 1e6");
        }
        digits();
    }

    /** Takes a suffix, if there is one, and returns what it makes of the number. */
    private Kind suffix(Kind kind) {
        char suffix = at < text.length() ? Character.toLowerCase(text.charAt(at)) : ' ';
        if (suffix == 'f' || suffix == 'd' || (suffix == 'l' && kind == Kind.WHOLE_NUMBER)) {
            at++;
        }
        return switch (suffix) {
            case 'f' -> Kind.SINGLE_NUMBER;
            case 'd' -> Kind.DECIMAL_NUMBER;
            default -> kind;
        };
    }

    private void ordinal(int start) {
        at++;
        int first = at;
        while (digit(at)) {
            at++;
        }
        String digits = text.substring(first, at);
        if (digits.isEmpty() || digits.startsWith("0") || digits.length() > 4) {
            throw source.error(start, "an ordinal parameter has no number", "write it as ?1, ?2 and so on");
        }
        tokens.add(new Token(Kind.ORDINAL_PARAMETER, digits, start));
    }

    private String name(int start, String missing) {
        int first = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        String name = text.substring(first, at);
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
            throw source.error(start, missing, "write it as :name");
        }
        return name;
    }

    private void symbol(int start) {
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                if (symbol.equals("!=")) {
                    throw source.error(start, "unknown operator '!='", "did you mean '<>'?");
                }
                at += 2;
                tokens.add(new Token(Kind.SYMBOL, symbol, start));
                return;
            }
        }
        int c = text.codePointAt(at);
        if (SHORT_SYMBOLS.indexOf(c) < 0) {
            String remedy = switch (c) {
                case '"', '`' -> "write texts in single quotes, names without";
                case ';' -> "leave it out: there is one statement at a time";
                default -> "";
            };
            throw source.error(start, "unexpected character '" + Character.toString(c) + "'", remedy);
        }
        at++;
        tokens.add(new Token(Kind.SYMBOL, Character.toString(c), start));
    }

    private void digits() {
        while (digit(at) || underscore()) {
            at++;
        }
    }

    // As in Java between digits, any number of them.
    private boolean underscore() {
        if (at == 0 || at >= text.length() || text.charAt(at) != '_') {
            return false;
        }
        int next = at;
        while (next < text.length() && text.charAt(next) == '_') {
            next++;
        }
        return digit(next) && (digit(at - 1) || text.charAt(at - 1) == '_');
    }

    private boolean digit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
