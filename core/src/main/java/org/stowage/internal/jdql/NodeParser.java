package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stowage.internal.jdql.Term.Numeral.Precision;
import org.stowage.internal.jdql.Token.Kind;
import org.stowage.spi.query.Condition.Relation;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.QueryLimits;

/**
 * Reads conditions and calculations by recursive descent, one method for each rule of the grammar, callers above callees.
 *
 * <p>A parenthesis may open a condition or a calculation, and only what follows tells which. Instead of trying one and going back,
 * both come out of one descent as {@link Node}s, and each place says which of the two it can take.
 */
final class NodeParser {

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
    private final TokenCursor tokens;
    private int depth;
    private int nodes;

    NodeParser(TokenCursor tokens) {
        this.source = tokens.source();
        this.tokens = tokens;
    }

    /** Reads a condition. */
    Test condition() {
        return test(or());
    }

    /** Reads a calculation. */
    Term calculation() {
        return term(sum());
    }

    private Node or() {
        Node first = and();
        if (!tokens.peek().is("or")) {
            return first;
        }
        List<Test> parts = new ArrayList<>(List.of(test(first)));
        while (tokens.accept("or")) {
            parts.add(test(and()));
        }
        return new Test.Or(List.copyOf(parts), first.at());
    }

    private Node and() {
        Node first = not();
        if (!tokens.peek().is("and")) {
            return first;
        }
        List<Test> parts = new ArrayList<>(List.of(test(first)));
        while (tokens.accept("and")) {
            parts.add(test(not()));
        }
        return new Test.And(List.copyOf(parts), first.at());
    }

    private Node not() {
        Token start = tokens.peek();
        if (!tokens.accept("not")) {
            return predicate();
        }
        enter(start);
        Test part = test(not());
        depth--;
        return new Test.Not(part, start.start());
    }

    private Node predicate() {
        Node first = sum();
        Token operator = tokens.peek();
        Relation relation = operator.kind() == Kind.SYMBOL ? RELATIONS.get(operator.text()) : null;
        if (relation != null) {
            tokens.take();
            return new Test.Comparison(relation, term(first), term(sum()), first.at());
        }
        if (tokens.accept("is")) {
            boolean negated = tokens.accept("not");
            tokens.expect("null");
            return negated(negated, new Test.IsNull(term(first), first.at()));
        }
        boolean negated = tokens.accept("not");
        if (tokens.accept("between")) {
            Term low = term(sum());
            tokens.expect("and");
            return negated(negated, new Test.Between(term(first), low, term(sum()), first.at()));
        }
        if (tokens.accept("in")) {
            return negated(negated, new Test.In(term(first), options(), first.at()));
        }
        if (tokens.accept("like")) {
            Term pattern = term(sum());
            return negated(
                    negated,
                    new Test.Like(term(first), pattern, tokens.accept("escape") ? escape() : null, first.at()));
        }
        if (negated) {
            throw tokens.unexpected("between", "in", "like");
        }
        return first;
    }

    private static Test negated(boolean negated, Test test) {
        return negated ? new Test.Not(test, test.at()) : test;
    }

    private List<Term> options() {
        if (tokens.peek().kind() == Kind.NAMED_PARAMETER || tokens.peek().kind() == Kind.ORDINAL_PARAMETER) {
            return List.of(term(primary()));
        }
        tokens.expectSymbol("(");
        List<Term> options = new ArrayList<>();
        if (tokens.acceptSymbol(")")) {
            return options;
        }
        int before = nodes;
        do {
            if (options.size() == QueryLimits.OPTIONS) {
                throw source.error(
                        tokens.peek().start(),
                        "more than " + QueryLimits.OPTIONS + " values in an 'in'",
                        "ask in several queries");
            }
            options.add(term(sum()));
            // Options have a limit of their own.
            nodes = before;
        } while (tokens.acceptSymbol(","));
        if (!tokens.acceptSymbol(")")) {
            throw tokens.unexpected(",", ")");
        }
        return options;
    }

    private Term.Text escape() {
        Token token = tokens.peek();
        if (token.kind() != Kind.TEXT
                || token.text().codePointCount(0, token.text().length()) != 1) {
            throw tokens.unexpected("one character in quotes");
        }
        tokens.take();
        return new Term.Text(token.text(), token.start());
    }

    private Node sum() {
        Node left = addition();
        while (tokens.peek().isSymbol("||")) {
            tokens.take();
            left = new Term.Concatenation(term(left), term(addition()), left.at());
        }
        return left;
    }

    private Node addition() {
        Node left = product();
        while (tokens.peek().isSymbol("+") || tokens.peek().isSymbol("-")) {
            Expression.Operator operator = tokens.acceptSymbol("+") ? Expression.Operator.ADD : minus();
            left = new Term.Arithmetic(operator, term(left), term(product()), left.at());
        }
        return left;
    }

    private Expression.Operator minus() {
        tokens.expectSymbol("-");
        return Expression.Operator.SUBTRACT;
    }

    private Node product() {
        Node left = signed();
        while (tokens.peek().isSymbol("*") || tokens.peek().isSymbol("/")) {
            Expression.Operator operator =
                    tokens.peek().isSymbol("*") ? Expression.Operator.MULTIPLY : Expression.Operator.DIVIDE;
            tokens.take();
            left = new Term.Arithmetic(operator, term(left), term(signed()), left.at());
        }
        return left;
    }

    private Node signed() {
        Token sign = tokens.peek();
        if (!tokens.acceptSymbol("+") && !tokens.acceptSymbol("-")) {
            return primary();
        }
        enter(sign);
        Term operand = term(signed());
        depth--;
        return sign.isSymbol("+") ? operand : new Term.Negation(operand, sign.start());
    }

    private Node primary() {
        Token token = tokens.peek();
        count(token);
        return switch (token.kind()) {
            case TEXT -> taken(new Term.Text(token.text(), token.start()));
            case WHOLE_NUMBER -> numeral(token, Precision.WHOLE);
            case DECIMAL_NUMBER -> numeral(token, Precision.DOUBLE);
            case SINGLE_NUMBER -> numeral(token, Precision.SINGLE);
            case NAMED_PARAMETER -> taken(new Term.Parameter(token.text(), false, token.start()));
            case ORDINAL_PARAMETER -> taken(new Term.Parameter(token.text(), true, token.start()));
            case WORD -> word(token);
            case SYMBOL -> {
                if (!token.isSymbol("(")) {
                    throw tokens.unexpected("a value");
                }
                tokens.take();
                enter(token);
                Node inner = or();
                depth--;
                if (!tokens.acceptSymbol(")")) {
                    throw tokens.unexpected(")");
                }
                yield inner;
            }
            case END -> throw tokens.unexpected("a value");
        };
    }

    private Term numeral(Token token, Precision precision) {
        return taken(new Term.Numeral(token.text(), precision, token.start()));
    }

    private Node word(Token token) {
        if (token.is("true") || token.is("false")) {
            return taken(new Term.Bool(token.is("true"), token.start()));
        }
        if (token.is("null")) {
            throw source.error(token.start(), "null is compared with nothing", "say 'is null' or 'is not null'");
        }
        Token following = tokens.following();
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
        tokens.take();
        Term.Now.Kind now = switch (kind.text().toLowerCase(Locale.ROOT)) {
            case "date" -> Term.Now.Kind.DATE;
            case "time" -> Term.Now.Kind.TIME;
            case "datetime" -> Term.Now.Kind.DATETIME;
            default -> throw tokens.unexpected("date", "time", "datetime");
        };
        return taken(new Term.Now(now, local.start()));
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
        tokens.take();
        tokens.take();
        enter(token);
        List<Term> arguments = new ArrayList<>();
        do {
            arguments.add(term(sum()));
        } while (tokens.acceptSymbol(","));
        depth--;
        if (!tokens.acceptSymbol(")")) {
            throw tokens.unexpected(",", ")");
        }
        int wanted = function == Expression.Name.LEFT
                        || function == Expression.Name.RIGHT
                        || function == Expression.Name.CONCAT
                ? 2
                : 1;
        if (arguments.size() != wanted) {
            throw source.error(
                    token.start(),
                    "function '" + name + "' takes " + wanted + (wanted == 1 ? " argument, not " : " arguments, not ")
                            + arguments.size(),
                    "");
        }
        return new Term.Call(function, List.copyOf(arguments), token.start());
    }

    /** Reads {@code id(this)}. */
    Term id() {
        int start = tokens.peek().start();
        tokens.take();
        tokens.take();
        tokens.expect("this");
        tokens.expectSymbol(")");
        return new Term.Id(start);
    }

    /** Reads an attribute, or a path into one. */
    Term.Path path() {
        int start = tokens.peek().start();
        List<String> names = new ArrayList<>();
        names.add(attributeName());
        while (tokens.acceptSymbol(".")) {
            // After a point nothing but a name can stand, so keywords are names there.
            if (tokens.peek().kind() != Kind.WORD) {
                throw tokens.unexpected("the name of an attribute");
            }
            names.add(tokens.peek().text());
            tokens.take();
        }
        if (names.size() > 1 && names.get(0).equalsIgnoreCase("this")) {
            names.remove(0);
        }
        return new Term.Path(List.copyOf(names), start);
    }

    private String attributeName() {
        Token token = tokens.peek();
        if (token.kind() != Kind.WORD || RESERVED.contains(token.text().toLowerCase(Locale.ROOT))) {
            throw tokens.unexpected("the name of an attribute");
        }
        tokens.take();
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
                throw tokens.peek().kind() == Kind.WORD
                        ? tokens.unexpected("=", "<>", "<", "<=", ">", ">=", "is", "not", "between", "in", "like")
                        : source.error(
                                term.at(),
                                "a value stands where a condition is expected",
                                "compare it, as in 'active = true' or 'city is null'");
        };
    }

    private Term taken(Term term) {
        tokens.take();
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
}
