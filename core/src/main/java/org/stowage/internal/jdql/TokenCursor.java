package org.stowage.internal.jdql;

import java.util.List;
import org.stowage.internal.jdql.Token.Kind;
import org.stowage.query.JdqlException;
import org.stowage.spi.error.NearestName;

/** The tokens of a statement, read from the first to the last, and what is said when another one was expected. */
final class TokenCursor {

    private final SourceText source;
    private final List<Token> tokens;
    private int next;

    TokenCursor(SourceText source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    /** Returns the text that the tokens are of. */
    SourceText source() {
        return source;
    }

    /** Returns the token that comes next; at the end, again and again the end. */
    Token peek() {
        return tokens.get(next);
    }

    /** Returns the token after the next, which is not the end. */
    Token following() {
        return tokens.get(next + 1);
    }

    /** Goes on to the token after the next. */
    void take() {
        next++;
    }

    /** Takes a keyword, if it comes next. */
    boolean accept(String keyword) {
        if (!peek().is(keyword)) {
            return false;
        }
        take();
        return true;
    }

    /** Takes a symbol, if it comes next. */
    boolean acceptSymbol(String symbol) {
        if (!peek().isSymbol(symbol)) {
            return false;
        }
        take();
        return true;
    }

    /** Takes a keyword, which must come next. */
    void expect(String keyword) {
        if (!accept(keyword)) {
            throw unexpected(keyword);
        }
    }

    /** Takes a symbol, which must come next. */
    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected(symbol);
        }
    }

    /** Returns the error that what comes next is none of what was expected: words to type, or descriptions. */
    JdqlException unexpected(String... expected) {
        Token token = peek();
        String remedy = token.kind() != Kind.WORD
                ? "expected " + listed(expected)
                : NearestName.of(token.text(), List.of(expected))
                        .filter(nearest -> !nearest.equalsIgnoreCase(token.text()))
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("expected " + listed(expected));
        return source.error(token.start(), "unexpected " + token.shown(), remedy);
    }

    private static String listed(String... expected) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < expected.length; i++) {
            text.append(i == 0 ? "" : i == expected.length - 1 ? " or " : ", ");
            // Descriptions, such as "a value", are no words to type.
            text.append(expected[i].indexOf(' ') < 0 ? "'" + expected[i] + "'" : expected[i]);
        }
        return text.toString();
    }
}
