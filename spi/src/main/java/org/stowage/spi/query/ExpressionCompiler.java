package org.stowage.spi.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Turns an expression into closures over positions of a row, so that nothing is looked up by name for each row. */
final class ExpressionCompiler {

    private ExpressionCompiler() {}

    /** What is done with the value of one operand. */
    @FunctionalInterface
    interface Unary {
        Object apply(Object operand);
    }

    /** What is done with the values of two operands. */
    @FunctionalInterface
    interface Binary {
        Object apply(Object left, Object right);
    }

    static Evaluator.Calculation compile(EntitySchema schema, Expression expression) {
        return switch (expression) {
            case Expression.Path path -> path(schema, path);
            case Expression.Literal literal -> {
                Object value = literal.value();
                yield (row, arguments) -> value;
            }
            case Expression.Parameter parameter -> {
                int index = parameter.index();
                yield (Row row, List<@Nullable Object> arguments) -> arguments.get(index);
            }
            case Expression.Arithmetic arithmetic ->
                binary(schema, arithmetic.left(), arithmetic.right(), Numbers.operation(arithmetic));
            case Expression.Negation negation -> unary(schema, negation.operand(), Numbers.negation(negation.type()));
            case Expression.Function function -> function(schema, function);
        };
    }

    private static Evaluator.Calculation function(EntitySchema schema, Expression.Function function) {
        List<Expression> arguments = function.arguments();
        return switch (function.name()) {
            case LOWER -> unary(schema, arguments.get(0), text -> Texts.lower((String) text));
            case UPPER -> unary(schema, arguments.get(0), text -> Texts.upper((String) text));
            case FOLD_CASE -> unary(schema, arguments.get(0), text -> Texts.foldCase((String) text));
            case LENGTH -> unary(schema, arguments.get(0), text -> Texts.length((String) text));
            case LEFT ->
                binary(
                        schema,
                        arguments.get(0),
                        arguments.get(1),
                        (text, size) -> Texts.left((String) text, (Long) size));
            case RIGHT ->
                binary(
                        schema,
                        arguments.get(0),
                        arguments.get(1),
                        (text, size) -> Texts.right((String) text, (Long) size));
            case CONCAT ->
                binary(schema, arguments.get(0), arguments.get(1), (a, b) -> Texts.concat((String) a, (String) b));
            case ABS -> unary(schema, arguments.get(0), Numbers.absolute(function.type()));
        };
    }

    private static Evaluator.Calculation unary(EntitySchema schema, Expression operand, Unary operation) {
        Evaluator.Calculation value = compile(schema, operand);
        return (Row row, List<@Nullable Object> arguments) -> {
            Object found = value.value(row, arguments);
            return found == null ? null : operation.apply(found);
        };
    }

    private static Evaluator.Calculation binary(
            EntitySchema schema, Expression left, Expression right, Binary operation) {
        Evaluator.Calculation first = compile(schema, left);
        Evaluator.Calculation second = compile(schema, right);
        return (Row row, List<@Nullable Object> arguments) -> {
            Object a = first.value(row, arguments);
            if (a == null) {
                return null;
            }
            Object b = second.value(row, arguments);
            return b == null ? null : operation.apply(a, b);
        };
    }

    private static Evaluator.Calculation path(EntitySchema schema, Expression.Path path) {
        int[] positions = positions(schema, path);
        int first = positions[0];
        if (positions.length == 1) {
            return (row, arguments) -> row.get(first);
        }
        return (row, arguments) -> follow(row, positions);
    }

    private static @Nullable Object follow(Row row, int[] positions) {
        Object value = row.get(positions[0]);
        for (int i = 1; i < positions.length && value != null; i++) {
            value = ((Row) value).get(positions[i]);
        }
        return value;
    }

    private static int[] positions(EntitySchema schema, Expression.Path path) {
        int[] positions = new int[path.names().size()];
        List<Field> fields = schema.fields();
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position(fields, path.names().get(i));
            if (positions[i] < 0) {
                throw new TypeMismatchException(
                        new ErrorContext(null, schema.name(), null),
                        "entity '" + schema.name() + "' has no field '" + path + "'");
            }
            fields = fields.get(positions[i]).type() instanceof ValueType.Struct struct ? struct.fields() : List.of();
        }
        return positions;
    }

    private static int position(List<Field> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
