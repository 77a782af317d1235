package org.stowage.internal.jdql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.query.JdqlException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/**
 * Types terms. What has a type of its own is typed first; literals, names of enum constants and parameters then take the type of
 * what they meet.
 */
final class TermCompiler {

    private final EntityScope scope;
    private final Parameters parameters;
    private final Slots slots;
    private final Literals literals;

    TermCompiler(EntityScope scope, Parameters parameters, Slots slots) {
        this.scope = scope;
        this.parameters = parameters;
        this.slots = slots;
        this.literals = new Literals(scope.source(), scope.enums());
    }

    /** Returns how little is known of a term's type by itself: 0 for all, 1 for a literal, 2 for nothing. */
    int vagueness(Term term) {
        return switch (term) {
            case Term.Path path -> scope.hasAttribute(path.names().get(0)) ? 0 : 1;
            case Term.Text text -> 1;
            case Term.Numeral numeral -> 1;
            case Term.Parameter parameter -> parameters.known(parameter) ? 0 : 2;
            case Term.Arithmetic(var operator, Term left, Term right, int at) ->
                Math.min(vagueness(left), vagueness(right));
            case Term.Negation(Term operand, int at) -> vagueness(operand);
            case Term.Call(Expression.Name name, List<Term> arguments, int at) ->
                name == Expression.Name.ABS ? vagueness(arguments.get(0)) : 0;
            case Term.Id id -> 0;
            case Term.Bool bool -> 0;
            case Term.Now now -> 0;
            case Term.Concatenation concatenation -> 0;
        };
    }

    /** Returns the typed term, of the expected type if it is vague and can be. */
    Expression compile(Term term, @Nullable ValueType expected) {
        return compile(term, expected, false);
    }

    private Expression compile(Term term, @Nullable ValueType expected, boolean calculated) {
        return switch (term) {
            case Term.Path path -> path(path, expected);
            case Term.Id id -> scope.id(id.at());
            case Term.Text text -> literals.text(text, expected);
            case Term.Numeral numeral -> literals.number(numeral, false, expected, calculated);
            case Term.Bool bool -> new Expression.Literal(bool.value(), ValueType.BOOLEAN);
            case Term.Now now -> new Expression.Parameter(slots.now(now.kind()), Slots.typeOf(now.kind()));
            case Term.Parameter parameter -> parameter(parameter, expected);
            case Term.Arithmetic arithmetic -> arithmetic(arithmetic, expected);
            case Term.Concatenation(Term left, Term right, int at) ->
                Expression.Function.of(Expression.Name.CONCAT, text(left), text(right));
            case Term.Negation(Term operand, int at) ->
                operand instanceof Term.Numeral numeral
                        ? literals.number(numeral, true, expected, calculated)
                        : new Expression.Negation(number(operand, compile(operand, expected, calculated)));
            case Term.Call call -> call(call, expected);
        };
    }

    /** Returns a parameter that stands for several values of a type. */
    Expression list(Term.Parameter parameter, ValueType element) {
        return parameter(parameter, new ValueType.ListOf(element));
    }

    private Expression path(Term.Path path, @Nullable ValueType expected) {
        if (expected instanceof ValueType.Enumeration enumeration
                && !scope.hasAttribute(path.names().get(0))) {
            // One name alone may be a misspelt attribute as well as a misspelt constant; a qualified one is a constant.
            if (path.names().size() > 1 || enumeration.names().contains(path.toString())) {
                return literals.constant(path, enumeration);
            }
        }
        return scope.path(path);
    }

    private Expression parameter(Term.Parameter parameter, @Nullable ValueType expected) {
        ValueType type = parameters.resolve(scope.source(), parameter, expected);
        return new Expression.Parameter(slots.named(parameter.name()), type);
    }

    private Expression arithmetic(Term.Arithmetic term, @Nullable ValueType expected) {
        boolean leftFirst = vagueness(term.left()) <= vagueness(term.right());
        Term first = leftFirst ? term.left() : term.right();
        Term second = leftFirst ? term.right() : term.left();
        Expression known = number(first, compile(first, vagueness(first) == 0 ? null : expected, true));
        Expression other = number(second, compile(second, known.type(), true));
        return checked(
                term.at(),
                () -> Expression.Arithmetic.of(term.operator(), leftFirst ? known : other, leftFirst ? other : known));
    }

    private Expression call(Term.Call call, @Nullable ValueType expected) {
        List<Term> arguments = call.arguments();
        Expression first = call.name() == Expression.Name.ABS
                ? number(arguments.get(0), compile(arguments.get(0), expected, true))
                : text(arguments.get(0));
        return switch (call.name()) {
            case LOWER, UPPER, FOLD_CASE, LENGTH, ABS ->
                checked(call.at(), () -> Expression.Function.of(call.name(), first));
            case LEFT, RIGHT -> {
                Expression length = compile(arguments.get(1), ValueType.INT64);
                require(arguments.get(1), length, length.type().equals(ValueType.INT64), "int64");
                yield checked(call.at(), () -> Expression.Function.of(call.name(), first, length));
            }
            case CONCAT -> {
                Expression second = text(arguments.get(1));
                yield checked(call.at(), () -> Expression.Function.of(call.name(), first, second));
            }
        };
    }

    Expression text(Term term) {
        Expression expression = compile(term, ValueType.TEXT);
        require(term, expression, expression.type().equals(ValueType.TEXT), "text");
        return expression;
    }

    private Expression number(Term term, Expression expression) {
        require(term, expression, Literals.numeric(expression.type()), "a number");
        return expression;
    }

    private void require(Term term, Expression expression, boolean fits, String wanted) {
        if (!fits) {
            throw scope.source()
                    .error(
                            term.at(),
                            describe(term) + " is " + expression.type().describe() + ", and " + wanted + " is needed",
                            "");
        }
    }

    private Expression checked(int at, java.util.function.Supplier<Expression> tree) {
        try {
            return tree.get();
        } catch (StoreException failure) {
            throw scope.source().error(at, String.valueOf(failure.getMessage()), "", failure);
        }
    }

    /** Returns the error that two values do not compare. */
    JdqlException mismatch(Term left, Expression leftTyped, Term right, Expression rightTyped) {
        String remedy = leftTyped.type().ordered() ? "compare values of one type" : "compare an attribute within it";
        return scope.source()
                .error(
                        left.at(),
                        describe(left) + " is " + leftTyped.type().describe() + " and " + describe(right) + " is "
                                + rightTyped.type().describe() + ", which do not compare",
                        remedy);
    }

    static String describe(Term term) {
        return switch (term) {
            case Term.Path path -> "attribute '" + path + "'";
            case Term.Id id -> "the id";
            case Term.Text text -> "'" + text.value() + "'";
            case Term.Numeral numeral -> "'" + numeral.digits() + "'";
            case Term.Bool bool -> "'" + bool.value() + "'";
            case Term.Now now -> "the current time";
            case Term.Parameter parameter -> "parameter '" + parameter + "'";
            case Term.Call call -> "the value of '" + call.name().name().toLowerCase(java.util.Locale.ROOT) + "'";
            case Term.Arithmetic arithmetic -> "the calculated value";
            case Term.Concatenation concatenation -> "the concatenated text";
            case Term.Negation negation -> "the negated value";
        };
    }
}
