package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.jdql.Statement.Assignment;
import org.stowage.internal.jdql.Statement.EntityName;
import org.stowage.internal.jdql.Statement.Ordering;
import org.stowage.internal.jdql.Token.Kind;
import org.stowage.query.JdqlException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.query.Condition.Relation;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.QueryLimits;

/**
 * Reads a statement by recursive descent, one method for each rule of the grammar, callers above callees.
 *
 * <p>A parenthesis may open a condition or a calculation, and only what follows tells which. Instead of trying one and going back,
 * both come out of one descent as {@link Node}s, and each place says which of the two it can take.
 */
public final class Parser {

    private static final Set<String> RESERVED = Set.of(
            "select", "update", "set", "delete", "from", "where", "order", "by", "asc", "desc", "not", "and", "or",
            "between", "like", "in", "is", "null", "escape");

    private static final Map<String, Relation> RELATIONS = Map.of(
            "=", Relation.EQUAL,
            "<>", Relation.NOT_EQUAL,
            "<", Relation.LESS,
            "<=", Relation.LESS_OR_EQUAL,
            ">", Relation.GREATER,
            ">=", Relation.GREATER_OR_EQUAL);

    private static final Map<String, Expression.Name> FUNCTIONS = Map.of(
            "abs", Expression.Name.ABS,
            "length", Expression.Name.LENGTH,
            "lower", Expression.Name.LOWER,
            "upper", Expression.Name.UPPER,
            "left", Expression.Name.LEFT,
            "right", Expression.Name.RIGHT,
            "concat", Expression.Name.CONCAT);

    private final SourceText source;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private int nodes;

    private Parser(SourceText source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    /**
     * Returns the statement that a text is.
     *
     * @throws JdqlException if it is none; says where and what was expected
     */
    public static Statement parse(String text) {
        Parser parser = new Parser(new SourceText(text));
        Statement statement = parser.statement();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected("the end of the statement");
        }
        return statement;
    }

    /** Returns whether a statement has ordinal parameters. */
    public static boolean usesOrdinals(Statement statement) {
        return Lexer.tokens(statement.source()).stream().anyMatch(token -> token.kind() == Kind.ORDINAL_PARAMETER);
    }

    private Statement statement() {
        if (accept("update")) {
            return update();
        }
        if (accept("delete")) {
            expect("from");
            return new Statement.Delete(source, entityName(), where());
        }
        if (peek().kind() == Kind.END
                || peek().is("select")
                || peek().is("from")
                || peek().is("where")
                || peek().is("order")) {
            return select();
        }
        throw unexpected("select", "update", "delete", "from", "where", "order");
    }

    private Statement select() {
        List<Term> selected = new ArrayList<>();
        boolean count = false;
        if (accept("select")) {
            count = count();
            if (!count) {
                do {
                    selected.add(pathOrId());
                } while (acceptSymbol(","));
            }
        }
        EntityName entity = accept("from") ? entityName() : null;
        Test where = where();
        List<Ordering> order = new ArrayList<>();
        if (accept("order")) {
            expect("by");
            do {
                Term term = pathOrId();
                boolean descending = accept("desc");
                if (!descending) {
                    accept("asc");
                }
                order.add(new Ordering(term, descending));
            } while (acceptSymbol(","));
            if (peek().kind() != Kind.END) {
                throw unexpected(",", "asc", "desc");
            }
        } else if (peek().kind() != Kind.END) {
            throw where != null
                    ? unexpected("and", "or", "order")
                    : entity != null ? unexpected("where", "order") : unexpected(",", "from", "where", "order");
        }
        return new Statement.Select(source, List.copyOf(selected), count, entity, where, List.copyOf(order));
    }

    private boolean count() {
        if (!peek().is("count") || !tokens.get(next + 1).isSymbol("(")) {
            return false;
        }
        next += 2;
        expect("this");
        expectSymbol(")");
        return true;
    }

    private Statement update() {
        EntityName entity = entityName();
        expect("set");
        List<Assignment> assignments = new ArrayList<>();
        do {
            Term.Path target = path();
            expectSymbol("=");
            assignments.add(new Assignment(target, accept("null") ? null : term(sum())));
        } while (acceptSymbol(","));
        Test where = where();
        if (peek().kind() != Kind.END) {
            throw where != null ? unexpected("and", "or") : unexpected(",", "where");
        }
        return new Statement.Update(source, entity, List.copyOf(assignments), where);
    }

    private EntityName entityName() {
        Token token = peek();
        if (token.kind() != Kind.WORD) {
            throw unexpected("the name of an entity");
        }
        next++;
        return new EntityName(token.text(), token.start());
    }

    private @Nullable Test where() {
        return accept("where") ? test(or()) : null;
    }

    private Node or() {
        Node first = and();
        if (!peek().is("or")) {
            return first;
        }
        List<Test> parts = new ArrayList<>(List.of(test(first)));
        while (accept("or")) {
            parts.add(test(and()));
        }
        return new Test.Or(List.copyOf(parts), first.at());
    }

    private Node and() {
        Node first = not();
        if (!peek().is("and")) {
            return first;
        }
        List<Test> parts = new ArrayList<>(List.of(test(first)));
        while (accept("and")) {
            parts.add(test(not()));
        }
        return new Test.And(List.copyOf(parts), first.at());
    }

    private Node not() {
        Token start = peek();
        if (!accept("not")) {
            return predicate();
        }
        enter(start);
        Test part = test(not());
        depth--;
        return new Test.Not(part, start.start());
    }

    private Node predicate() {
        Node first = sum();
        Token operator = peek();
        Relation relation = operator.kind() == Kind.SYMBOL ? RELATIONS.get(operator.text()) : null;
        if (relation != null) {
            next++;
            return new Test.Comparison(relation, term(first), term(sum()), first.at());
        }
        if (accept("is")) {
            boolean negated = accept("not");
            expect("null");
            return negated(negated, new Test.IsNull(term(first), first.at()));
        }
        boolean negated = accept("not");
        if (accept("between")) {
            Term low = term(sum());
            expect("and");
            return negated(negated, new Test.Between(term(first), low, term(sum()), first.at()));
        }
        if (accept("in")) {
            return negated(negated, new Test.In(term(first), options(), first.at()));
        }
        if (accept("like")) {
            Term pattern = term(sum());
            return negated(
                    negated, new Test.Like(term(first), pattern, accept("escape") ? escape() : null, first.at()));
        }
        if (negated) {
            throw unexpected("between", "in", "like");
        }
        return first;
    }

    private static Test negated(boolean negated, Test test) {
        return negated ? new Test.Not(test, test.at()) : test;
    }

    private List<Term> options() {
        if (peek().kind() == Kind.NAMED_PARAMETER || peek().kind() == Kind.ORDINAL_PARAMETER) {
            return List.of(term(primary()));
        }
        expectSymbol("(");
        List<Term> options = new ArrayList<>();
        if (acceptSymbol(")")) {
            return options;
        }
        int before = nodes;
        do {
            if (options.size() == QueryLimits.OPTIONS) {
                throw source.error(
                        peek().start(),
                        "more than " + QueryLimits.OPTIONS + " values in an 'in'",
                        "ask in several queries");
            }
            options.add(term(sum()));
            // Options have a limit of their own.
            nodes = before;
        } while (acceptSymbol(","));
        if (!acceptSymbol(")")) {
            throw unexpected(",", ")");
        }
        return options;
    }

    private Term.Text escape() {
        Token token = peek();
        if (token.kind() != Kind.TEXT
                || token.text().codePointCount(0, token.text().length()) != 1) {
            throw unexpected("one character in quotes");
        }
        next++;
        return new Term.Text(token.text(), token.start());
    }

    private Node sum() {
        Node left = addition();
        while (peek().isSymbol("||")) {
            next++;
            left = new Term.Concatenation(term(left), term(addition()), left.at());
        }
        return left;
    }

    private Node addition() {
        Node left = product();
        while (peek().isSymbol("+") || peek().isSymbol("-")) {
            Expression.Operator operator = acceptSymbol("+") ? Expression.Operator.ADD : minus();
            left = new Term.Arithmetic(operator, term(left), term(product()), left.at());
        }
        return left;
    }

    private Expression.Operator minus() {
        expectSymbol("-");
        return Expression.Operator.SUBTRACT;
    }

    private Node product() {
        Node left = signed();
        while (peek().isSymbol("*") || peek().isSymbol("/")) {
            Expression.Operator operator =
                    peek().isSymbol("*") ? Expression.Operator.MULTIPLY : Expression.Operator.DIVIDE;
            next++;
            left = new Term.Arithmetic(operator, term(left), term(signed()), left.at());
        }
        return left;
    }

    private Node signed() {
        Token sign = peek();
        if (!acceptSymbol("+") && !acceptSymbol("-")) {
            return primary();
        }
        enter(sign);
        Term operand = term(signed());
        depth--;
        return sign.isSymbol("+") ? operand : new Term.Negation(operand, sign.start());
    }

    private Node primary() {
        Token token = peek();
        count(token);
        return switch (token.kind()) {
            case TEXT -> taken(new Term.Text(token.text(), token.start()));
            case WHOLE_NUMBER -> taken(new Term.Numeral(token.text(), true, token.start()));
            case DECIMAL_NUMBER -> taken(new Term.Numeral(token.text(), false, token.start()));
            case NAMED_PARAMETER -> taken(new Term.Parameter(token.text(), false, token.start()));
            case ORDINAL_PARAMETER -> taken(new Term.Parameter(token.text(), true, token.start()));
            case WORD -> word(token);
            case SYMBOL -> {
                if (!token.isSymbol("(")) {
                    throw unexpected("a value");
                }
                next++;
                enter(token);
                Node inner = or();
                depth--;
                if (!acceptSymbol(")")) {
                    throw unexpected(")");
                }
                yield inner;
            }
            case END -> throw unexpected("a value");
        };
    }

    private Node word(Token token) {
        if (token.is("true") || token.is("false")) {
            return taken(new Term.Bool(token.is("true"), token.start()));
        }
        if (token.is("null")) {
            throw source.error(token.start(), "null is compared with nothing", "say 'is null' or 'is not null'");
        }
        Token following = tokens.get(next + 1);
        if (token.is("local")
                && following.kind() == Kind.WORD
                && !RESERVED.contains(following.text().toLowerCase(Locale.ROOT))) {
            return now(token, following);
        }
        if (following.isSymbol("(")) {
            return call(token);
        }
        return path();
    }

    private Term now(Token local, Token kind) {
        next += 2;
        return switch (kind.text().toLowerCase(Locale.ROOT)) {
            case "date" -> new Term.Now(Term.Now.Kind.DATE, local.start());
            case "time" -> new Term.Now(Term.Now.Kind.TIME, local.start());
            case "datetime" -> new Term.Now(Term.Now.Kind.DATETIME, local.start());
            default -> {
                next--;
                throw unexpected("date", "time", "datetime");
            }
        };
    }

    private Term call(Token token) {
        String name = token.text().toLowerCase(Locale.ROOT);
        if (name.equals("id")) {
            return id();
        }
        Expression.Name function = FUNCTIONS.get(name);
        if (function == null) {
            throw source.unknown(token.start(), "unknown function '" + token.text() + "'", name, FUNCTIONS.keySet());
        }
        next += 2;
        enter(token);
        List<Term> arguments = new ArrayList<>();
        do {
            arguments.add(term(sum()));
        } while (acceptSymbol(","));
        depth--;
        if (!acceptSymbol(")")) {
            throw unexpected(",", ")");
        }
        int wanted = function == Expression.Name.LEFT
                        || function == Expression.Name.RIGHT
                        || function == Expression.Name.CONCAT
                ? 2
                : 1;
        if (arguments.size() != wanted) {
            throw source.error(
                    token.start(),
                    "function '" + name + "' takes " + wanted + " arguments, not " + arguments.size(),
                    "");
        }
        return new Term.Call(function, List.copyOf(arguments), token.start());
    }

    private Term pathOrId() {
        if (peek().is("id") && tokens.get(next + 1).isSymbol("(")) {
            return id();
        }
        if (peek().is("count") && tokens.get(next + 1).isSymbol("(")) {
            throw source.error(peek().start(), "count(this) stands alone", "select either it or attributes");
        }
        return path();
    }

    private Term id() {
        int start = peek().start();
        next += 2;
        expect("this");
        expectSymbol(")");
        return new Term.Id(start);
    }

    private Term.Path path() {
        int start = peek().start();
        List<String> names = new ArrayList<>();
        names.add(attributeName());
        while (acceptSymbol(".")) {
            // After a point nothing but a name can stand, so keywords are names there.
            if (peek().kind() != Kind.WORD) {
                throw unexpected("the name of an attribute");
            }
            names.add(peek().text());
            next++;
        }
        if (names.size() > 1 && names.get(0).equalsIgnoreCase("this")) {
            names.remove(0);
        }
        return new Term.Path(List.copyOf(names), start);
    }

    private String attributeName() {
        Token token = peek();
        if (token.kind() != Kind.WORD || RESERVED.contains(token.text().toLowerCase(Locale.ROOT))) {
            throw unexpected("the name of an attribute");
        }
        next++;
        return token.text();
    }

    private Term term(Node node) {
        return switch (node) {
            case Term term -> term;
            case Test test -> throw source.error(test.at(), "a condition stands where a value is expected", "");
        };
    }

    private Test test(Node node) {
        return switch (node) {
            case Test test -> test;
            case Term term ->
                throw peek().kind() == Kind.WORD
                        ? unexpected("=", "<>", "<", "<=", ">", ">=", "is", "not", "between", "in", "like")
                        : source.error(
                                term.at(),
                                "a value stands where a condition is expected",
                                "compare it, as in 'active = true' or 'city is null'");
        };
    }

    private Term taken(Term term) {
        next++;
        return term;
    }

    private void count(Token token) {
        if (++nodes > QueryLimits.NODES) {
            throw source.error(
                    token.start(), "the query has more than " + QueryLimits.NODES + " parts", "ask in several queries");
        }
    }

    private void enter(Token token) {
        if (++depth > QueryLimits.DEPTH) {
            throw source.error(
                    token.start(),
                    "the query is nested deeper than " + QueryLimits.DEPTH + " levels",
                    "write it flatter");
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean accept(String keyword) {
        if (!peek().is(keyword)) {
            return false;
        }
        next++;
        return true;
    }

    private boolean acceptSymbol(String symbol) {
        if (!peek().isSymbol(symbol)) {
            return false;
        }
        next++;
        return true;
    }

    private void expect(String keyword) {
        if (!accept(keyword)) {
            throw unexpected(keyword);
        }
    }

    private void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected(symbol);
        }
    }

    private JdqlException unexpected(String... expected) {
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
