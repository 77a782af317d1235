package org.stowage.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Truth;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/** Random conditions over an entity, well typed, with the arguments of their parameters. */
@NullMarked
final class RandomConditions {

    private final EntitySchema schema;
    private final RandomValues values;
    private final Random random;
    private final List<@Nullable Object> arguments = new ArrayList<>();

    RandomConditions(EntitySchema schema, RandomValues values) {
        this.schema = schema;
        this.values = values;
        this.random = values.random();
    }

    List<@Nullable Object> arguments() {
        return arguments;
    }

    Condition condition(int depth) {
        int choice = random.nextInt(depth == 0 ? 7 : 11);
        return switch (choice) {
            case 0, 1 -> comparison();
            case 2 -> {
                ValueType type = type();
                yield new Condition.Between(value(type), value(type), value(type));
            }
            case 3 -> in();
            case 4 -> like();
            case 5 ->
                new Condition.Contains(
                        values.pick(List.of(Condition.Place.values())), value(ValueType.TEXT), value(ValueType.TEXT));
            case 6 ->
                random.nextInt(5) == 0
                        ? new Condition.Constant(values.pick(List.of(Truth.values())))
                        : new Condition.IsNull(random.nextBoolean() ? path(type()) : value(type()));
            case 7, 8 -> new Condition.And(several(depth));
            case 9 -> new Condition.Or(several(depth));
            default -> new Condition.Not(condition(depth - 1));
        };
    }

    private List<Condition> several(int depth) {
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(condition(depth - 1));
        }
        return parts;
    }

    private Condition comparison() {
        ValueType type = type();
        Expression left = random.nextInt(4) == 0 ? value(type) : path(type);
        return new Condition.Comparison(values.pick(List.of(Condition.Relation.values())), left, value(type));
    }

    private Condition in() {
        ValueType type = type();
        List<Expression> options = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            options.add(random.nextInt(5) == 0 ? value(type) : literal(type));
        }
        for (int i = random.nextInt(10) == 0 ? 80 : 0; i > 0; i--) {
            options.add(literal(type));
        }
        if (random.nextInt(3) == 0) {
            options.add(listParameter(type));
        }
        return new Condition.In(random.nextInt(4) == 0 ? value(type) : path(type), options);
    }

    private Expression listParameter(ValueType type) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            list.add(random.nextInt(12) == 0 ? null : values.of(type));
        }
        arguments.add(random.nextInt(12) == 0 ? null : list);
        return new Expression.Parameter(arguments.size() - 1, new ValueType.ListOf(type));
    }

    private Condition like() {
        OptionalInt escape = random.nextInt(3) == 0 ? OptionalInt.of('!') : OptionalInt.empty();
        StringBuilder pattern = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            pattern.append(
                    escape.isPresent() && random.nextInt(4) == 0
                            ? values.pick(List.of("!%", "!_", "!!"))
                            : values.pick(List.of("%", "%", "_", values.text())).replace("!", ""));
        }
        Expression.Literal literal = new Expression.Literal(pattern.toString(), ValueType.TEXT);
        Expression given = random.nextBoolean() ? literal : parameter(ValueType.TEXT, literal.value());
        return new Condition.Like(random.nextInt(4) == 0 ? value(ValueType.TEXT) : path(ValueType.TEXT), given, escape);
    }

    private Expression value(ValueType type) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> literal(type);
            case 2 -> parameter(type, random.nextInt(8) == 0 ? null : values.of(type));
            case 3, 4 -> path(type);
            default -> calculated(type);
        };
    }

    private Expression calculated(ValueType type) {
        if (type.equals(ValueType.TEXT)) {
            Expression text = random.nextBoolean() ? path(type) : value(type);
            return switch (random.nextInt(6)) {
                case 0 -> Expression.Function.of(Expression.Name.LOWER, text);
                case 1 -> Expression.Function.of(Expression.Name.UPPER, text);
                case 2 -> Expression.Function.of(Expression.Name.FOLD_CASE, text);
                case 3 -> Expression.Function.of(Expression.Name.LEFT, text, small());
                case 4 -> Expression.Function.of(Expression.Name.RIGHT, text, small());
                default -> Expression.Function.of(Expression.Name.CONCAT, text, value(type));
            };
        }
        if (type.equals(ValueType.INT64) && random.nextBoolean()) {
            return Expression.Function.of(Expression.Name.LENGTH, value(ValueType.TEXT));
        }
        if (type.equals(ValueType.INT64) || type.equals(ValueType.FLOAT64)) {
            return switch (random.nextInt(3)) {
                case 0 -> new Expression.Negation(path(type));
                case 1 -> Expression.Function.of(Expression.Name.ABS, path(type));
                default ->
                    Expression.Arithmetic.of(
                            values.pick(List.of(Expression.Operator.values())), path(type), literal(type));
            };
        }
        return path(type);
    }

    private Expression small() {
        return new Expression.Literal((long) random.nextInt(4), ValueType.INT64);
    }

    private Expression literal(ValueType type) {
        return new Expression.Literal(values.of(type), type);
    }

    private Expression parameter(ValueType type, @Nullable Object argument) {
        arguments.add(argument);
        return new Expression.Parameter(arguments.size() - 1, type);
    }

    private ValueType type() {
        List<ValueType> types = schema.fields().stream()
                .map(Field::type)
                .filter(ValueType::ordered)
                .distinct()
                .toList();
        return random.nextInt(3) == 0 ? ValueType.TEXT : values.pick(types);
    }

    private Expression path(ValueType type) {
        List<Expression> paths = new ArrayList<>();
        for (Field field : schema.fields()) {
            if (field.type().equals(type)) {
                paths.add(Expression.Path.of(field.name(), type));
            } else if (field.type() instanceof ValueType.Struct struct) {
                struct.fields().stream()
                        .filter(inner -> inner.type().equals(type))
                        .forEach(inner -> paths.add(new Expression.Path(List.of(field.name(), inner.name()), type)));
            }
        }
        return values.pick(paths);
    }
}
