package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.jdql.Statement.Assignment;
import org.stowage.internal.jdql.Statement.EntityName;
import org.stowage.internal.jdql.Statement.Ordering;
import org.stowage.internal.jdql.Token.Kind;
import org.stowage.query.JdqlException;

/** Reads a statement: its clauses here, the conditions and calculations in them by {@link NodeParser}. */
public final class Parser {

    private final SourceText source;
    private final TokenCursor tokens;
    private final NodeParser nodes;

    private Parser(SourceText source) {
        this.source = source;
        this.tokens = new TokenCursor(source);
        this.nodes = new NodeParser(tokens);
    }

    /**
     * Returns the statement that a text is.
     *
     * @throws JdqlException if it is none; says where and what was expected
     */
    public static Statement parse(String text) {
        Parser parser = new Parser(new SourceText(text));
        Statement statement = parser.statement();
        if (parser.tokens.peek().kind() != Kind.END) {
            throw parser.tokens.unexpected("the end of the statement");
        }
        return statement;
    }

    /** Returns whether a statement has ordinal parameters. */
    public static boolean usesOrdinals(Statement statement) {
        return Lexer.tokens(statement.source()).stream().anyMatch(token -> token.kind() == Kind.ORDINAL_PARAMETER);
    }

    private Statement statement() {
        if (tokens.accept("update")) {
            return update();
        }
        if (tokens.accept("delete")) {
            tokens.expect("from");
            return new Statement.Delete(source, entityName(), where());
        }
        if (tokens.peek().kind() == Kind.END
                || tokens.peek().is("select")
                || tokens.peek().is("from")
                || tokens.peek().is("where")
                || tokens.peek().is("order")) {
            return select();
        }
        throw tokens.unexpected("select", "update", "delete", "from", "where", "order");
    }

    private Statement select() {
        List<Term> selected = new ArrayList<>();
        boolean count = false;
        if (tokens.accept("select")) {
            count = count();
            // The whole entity is what is found anyway.
            if (!count && !wholeEntity()) {
                do {
                    selected.add(pathOrId());
                } while (tokens.acceptSymbol(","));
            }
        }
        EntityName entity = tokens.accept("from") ? entityName() : null;
        Test where = where();
        List<Ordering> order = new ArrayList<>();
        if (tokens.accept("order")) {
            tokens.expect("by");
            do {
                Term term = pathOrId();
                boolean descending = tokens.accept("desc");
                if (!descending) {
                    tokens.accept("asc");
                }
                order.add(new Ordering(term, descending));
            } while (tokens.acceptSymbol(","));
            if (tokens.peek().kind() != Kind.END) {
                throw tokens.unexpected(",", "asc", "desc");
            }
        } else if (tokens.peek().kind() != Kind.END) {
            throw where != null
                    ? tokens.unexpected("and", "or", "order")
                    : entity != null
                            ? tokens.unexpected("where", "order")
                            : tokens.unexpected(",", "from", "where", "order");
        }
        return new Statement.Select(source, List.copyOf(selected), count, entity, where, List.copyOf(order));
    }

    private boolean count() {
        if (!tokens.peek().is("count") || !tokens.following().isSymbol("(")) {
            return false;
        }
        tokens.take();
        tokens.take();
        tokens.expect("this");
        tokens.expectSymbol(")");
        return true;
    }

    private boolean wholeEntity() {
        if (!tokens.peek().is("this") || tokens.following().isSymbol(".")) {
            return false;
        }
        tokens.take();
        if (tokens.peek().isSymbol(",")) {
            throw source.error(tokens.peek().start(), "'this' stands alone", "select either it or attributes");
        }
        return true;
    }

    private Statement update() {
        EntityName entity = entityName();
        tokens.expect("set");
        List<Assignment> assignments = new ArrayList<>();
        do {
            Term.Path target = nodes.path();
            tokens.expectSymbol("=");
            assignments.add(new Assignment(target, tokens.accept("null") ? null : nodes.calculation()));
        } while (tokens.acceptSymbol(","));
        Test where = where();
        if (tokens.peek().kind() != Kind.END) {
            throw where != null ? tokens.unexpected("and", "or") : tokens.unexpected(",", "where");
        }
        return new Statement.Update(source, entity, List.copyOf(assignments), where);
    }

    private EntityName entityName() {
        Token token = tokens.peek();
        if (token.kind() != Kind.WORD) {
            throw tokens.unexpected("the name of an entity");
        }
        tokens.take();
        return new EntityName(token.text(), token.start());
    }

    private @Nullable Test where() {
        return tokens.accept("where") ? nodes.condition() : null;
    }

    private Term pathOrId() {
        if (tokens.peek().is("id") && tokens.following().isSymbol("(")) {
            return nodes.id();
        }
        if (tokens.peek().is("count") && tokens.following().isSymbol("(")) {
            throw source.error(tokens.peek().start(), "count(this) stands alone", "select either it or attributes");
        }
        return nodes.path();
    }
}
