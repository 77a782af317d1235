package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/**
 * Checks expressions and builds them anew: paths lead somewhere, literals are neutral, parameters agree with each other. The scale of
 * a decimal literal or parameter is dropped, since a comparison is with the mathematical value.
 */
final class ExpressionCheck {

    private final EntitySchema schema;
    private final ArgumentRules.Builder rules;
    private final IntConsumer count;

    ExpressionCheck(EntitySchema schema, ArgumentRules.Builder rules, IntConsumer count) {
        this.schema = schema;
        this.rules = rules;
        this.count = count;
    }

    Expression check(Expression expression, int depth) {
        count.accept(depth);
        return switch (expression) {
            case Expression.Path path -> resolve(path);
            case Expression.Literal literal -> literal(literal);
            case Expression.Parameter parameter -> parameter(parameter);
            case Expression.Arithmetic arithmetic ->
                typed(
                        arithmetic,
                        Expression.Arithmetic.of(
                                arithmetic.operator(),
                                check(arithmetic.left(), depth + 1),
                                check(arithmetic.right(), depth + 1)));
            case Expression.Negation negation -> {
                Expression operand = check(negation.operand(), depth + 1);
                TypeRules.numeric(operand, "'-'");
                yield new Expression.Negation(operand);
            }
            case Expression.Function function ->
                typed(
                        function,
                        Expression.Function.of(
                                function.name(),
                                function.arguments().stream()
                                        .map(argument -> check(argument, depth + 1))
                                        .toArray(Expression[]::new)));
        };
    }

    /** Checks an option of an {@code in}; plain values have a limit of their own and do not count as nodes. */
    Expression checkOption(Expression option, int depth) {
        if (option instanceof Expression.Literal literal) {
            return literal(literal);
        }
        return option instanceof Expression.Parameter parameter ? parameter(parameter) : check(option, depth);
    }

    Expression listParameter(Expression.Parameter parameter, ValueType.ListOf list) {
        return rules.parameter(
                new Expression.Parameter(parameter.index(), new ValueType.ListOf(withoutScale(list.element()))));
    }

    Expression.Path resolve(Expression.Path path) {
        List<String> passed = new ArrayList<>();
        ValueType type = typeOf(path.field(), schema.fields(), passed);
        passed.add(path.field());
        for (String name : path.names().subList(1, path.names().size())) {
            if (!(type instanceof ValueType.Struct struct)) {
                throw mismatch("'" + String.join(".", passed) + "' is " + type.describe() + " and has no field '" + name
                        + "' within");
            }
            type = typeOf(name, struct.fields(), passed);
            passed.add(name);
        }
        if (!same(path.type(), type)) {
            throw mismatch("'" + path + "' is " + type.describe() + ", but the query takes it for "
                    + path.type().describe());
        }
        return new Expression.Path(path.names(), type);
    }

    private ValueType typeOf(String name, List<Field> fields, List<String> passed) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.type();
            }
        }
        String owner = passed.isEmpty()
                ? "entity '" + schema.name() + "'"
                : "'" + String.join(".", passed) + "' of entity '" + schema.name() + "'";
        throw mismatch(owner + " has no field '" + name + "'"
                + NearestName.hint(name, fields.stream().map(Field::name).toList()));
    }

    private Expression literal(Expression.Literal literal) {
        ValueType type = withoutScale(literal.type());
        return new Expression.Literal(type.check(literal.value()), type);
    }

    private Expression parameter(Expression.Parameter parameter) {
        if (parameter.type() instanceof ValueType.ListOf) {
            throw mismatch("'" + QueryText.describe(parameter) + "' is "
                    + parameter.type().describe() + "; a list stands only after 'in'");
        }
        if (!parameter.type().ordered()) {
            throw mismatch("'" + QueryText.describe(parameter) + "' is "
                    + parameter.type().describe() + ", which no query takes; give the values within it");
        }
        return rules.parameter(new Expression.Parameter(parameter.index(), withoutScale(parameter.type())));
    }

    private Expression typed(Expression given, Expression built) {
        if (!same(given.type(), built.type())) {
            throw mismatch(
                    "'" + QueryText.describe(built) + "' is " + built.type().describe()
                            + ", but the query takes it for " + given.type().describe());
        }
        return built;
    }

    private static boolean same(ValueType first, ValueType second) {
        return first.equals(second) || first.comparableWith(second);
    }

    private static ValueType withoutScale(ValueType type) {
        return type instanceof ValueType.Decimal ? ValueType.DECIMAL : type;
    }

    TypeMismatchException mismatch(String message) {
        return new TypeMismatchException(new ErrorContext(null, schema.name(), null), message);
    }
}
