package org.stowage.conformance.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.question.Question;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.query.Truth;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/** A question about a random entity, with parameters, that no row makes fail. Used once. */
final class RandomQuestion {

    private static final int DEPTH = 3;
    private static final List<Long> OFFSETS = List.of(1L, 2L, 5L, 1L << 31, Long.MAX_VALUE);
    private static final List<Long> LIMITS = List.of(0L, 1L, 2L, 5L, 1L << 31, Long.MAX_VALUE - 1);
    private static final List<Long> SIZES = List.of(0L, 1L, 1L, 2L, 1L << 32, Long.MAX_VALUE);
    private static final int ESCAPE = '!';

    private final RandomEntity entity;
    private final RandomValues values;
    private final List<@Nullable Object> arguments = new ArrayList<>();

    private RandomQuestion(RandomEntity entity) {
        this.entity = entity;
        this.values = entity.values();
    }

    static Question about(RandomEntity entity) {
        return new RandomQuestion(entity).question();
    }

    private Question question() {
        Condition condition = values.oneIn(6) ? Condition.ALWAYS : condition(DEPTH);
        List<Sort> sorts = IntStream.range(0, values.oneOf(List.of(0, 1, 1, 2, 3)))
                .mapToObj(i -> sort())
                .toList();
        Set<String> fields = new HashSet<>();
        if (values.oneIn(4)) {
            fields.add(values.oneOf(entity.schema().fields()).name());
        }
        long offset = values.oneIn(3) ? values.oneOf(OFFSETS) : 0;
        long limit = values.oneIn(3) ? values.oneOf(LIMITS) : ScanRequest.UNLIMITED;
        return new Question(RandomEntity.NAME, condition, sorts, fields, arguments, offset, limit);
    }

    private Sort sort() {
        Expression.Path path = orderedPath();
        boolean text = path.type().equals(ValueType.TEXT);
        return new Sort(path, values.oneIn(2), values.oneIn(2), text && values.oneIn(2));
    }

    private Condition condition(int depth) {
        boolean inner = depth > 1;
        return switch (values.oneOf(inner ? List.of(0, 1, 2, 3, 4, 5, 6, 7, 8) : List.of(0, 1, 2, 3, 4))) {
            case 0, 1 -> comparison();
            case 2 -> between();
            case 3 -> in();
            case 4 -> text();
            case 5 -> new Condition.And(List.of(condition(depth - 1), condition(depth - 1)));
            case 6 -> new Condition.Or(List.of(condition(depth - 1), condition(depth - 1)));
            case 7 -> new Condition.Not(condition(depth - 1));
            default ->
                values.oneIn(3)
                        ? new Condition.Constant(values.oneOf(List.of(Truth.values())))
                        : new Condition.IsNull(orderedPath());
        };
    }

    private Condition comparison() {
        Condition.Relation relation = values.oneOf(List.of(Condition.Relation.values()));
        Expression left = operand();
        return new Condition.Comparison(relation, left, like(left));
    }

    private Condition between() {
        Expression value = operand();
        return new Condition.Between(value, like(value), like(value));
    }

    private Condition in() {
        Expression value = operand();
        if (values.oneIn(2)) {
            return new Condition.In(
                    value,
                    IntStream.range(0, values.oneOf(List.of(0, 1, 3)))
                            .mapToObj(i -> like(value))
                            .toList());
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = values.oneOf(List.of(0, 1, 3)); i > 0; i--) {
            list.add(values.oneIn(5) ? null : valueLike(value));
        }
        arguments.add(list);
        Expression parameter = new Expression.Parameter(arguments.size() - 1, new ValueType.ListOf(value.type()));
        return new Condition.In(value, List.of(parameter));
    }

    /** Returns a path, or what can be calculated of one without failing. */
    private Expression operand() {
        Expression.Path path = orderedPath();
        boolean number = path.type().equals(ValueType.FLOAT64) || path.type().equals(ValueType.DECIMAL);
        boolean text = path.type().equals(ValueType.TEXT);
        if (!(number || text) || values.oneIn(2)) {
            return path;
        }
        return text ? calculatedOf(path) : values.oneIn(2) ? new Expression.Negation(path) : absolute(path);
    }

    private static Expression absolute(Expression.Path number) {
        return Expression.Function.of(Expression.Name.ABS, number);
    }

    private Expression calculatedOf(Expression.Path text) {
        return switch (values.oneOf(List.of(0, 1, 2, 3, 4, 5, 6))) {
            case 0 -> Expression.Function.of(Expression.Name.LOWER, text);
            case 1 -> Expression.Function.of(Expression.Name.UPPER, text);
            case 2 -> Expression.Function.of(Expression.Name.FOLD_CASE, text);
            case 3 -> Expression.Function.of(Expression.Name.LEFT, text, number(values.oneOf(SIZES)));
            case 4 -> Expression.Function.of(Expression.Name.RIGHT, text, number(values.oneOf(SIZES)));
            case 5 -> Expression.Function.of(Expression.Name.CONCAT, text, like(text));
            default ->
                Expression.Arithmetic.of(
                        values.oneOf(List.of(Expression.Operator.ADD, Expression.Operator.MULTIPLY)),
                        Expression.Function.of(Expression.Name.LENGTH, text),
                        number(2));
        };
    }

    private static Expression number(long number) {
        return new Expression.Literal(number, ValueType.INT64);
    }

    /** Returns something of the type of another: a literal, a parameter or another path. */
    private Expression like(Expression other) {
        return switch (values.oneOf(List.of(0, 0, 0, 1, 2))) {
            case 1 -> {
                arguments.add(values.oneIn(6) ? null : valueLike(other));
                yield new Expression.Parameter(arguments.size() - 1, other.type());
            }
            case 2 -> {
                List<Expression.Path> same = orderedPaths().stream()
                        .filter(path -> path.type().equals(other.type()))
                        .toList();
                yield same.isEmpty() ? new Expression.Literal(valueLike(other), other.type()) : values.oneOf(same);
            }
            default -> new Expression.Literal(valueLike(other), other.type());
        };
    }

    private Object valueLike(Expression expression) {
        return expression instanceof Expression.Path path && path.simple() && !values.oneIn(5)
                ? entity.valueOf(path.field())
                : values.value(expression.type());
    }

    private Condition text() {
        List<Expression.Path> texts = orderedPaths().stream()
                .filter(path -> path.type().equals(ValueType.TEXT))
                .toList();
        if (texts.isEmpty()) {
            return comparison();
        }
        Expression.Path path = values.oneOf(texts);
        if (values.oneIn(2)) {
            Expression part = given(values.text(2));
            return new Condition.Contains(values.oneOf(List.of(Condition.Place.values())), path, part);
        }
        boolean escaping = values.oneIn(2);
        Expression pattern = given(pattern(escaping));
        return new Condition.Like(path, pattern, escaping ? OptionalInt.of(ESCAPE) : OptionalInt.empty());
    }

    /** Returns a text as a literal or a parameter. */
    private Expression given(String text) {
        if (!values.oneIn(4)) {
            return new Expression.Literal(text, ValueType.TEXT);
        }
        arguments.add(values.oneIn(6) ? null : text);
        return new Expression.Parameter(arguments.size() - 1, ValueType.TEXT);
    }

    private String pattern(boolean escaping) {
        List<String> parts = new ArrayList<>(List.of("%", "%", "_", "a", "A", "😀", "\\", "*", "["));
        if (escaping) {
            parts.addAll(List.of("!%", "!_", "!!"));
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = values.oneOf(List.of(0, 1, 2, 3, 4)); i > 0; i--) {
            pattern.append(values.oneOf(parts));
        }
        return pattern.toString();
    }

    private Expression.Path orderedPath() {
        return values.oneOf(orderedPaths());
    }

    private List<Expression.Path> orderedPaths() {
        List<Expression.Path> paths = new ArrayList<>();
        for (Field field : entity.schema().fields()) {
            if (field.type().ordered()) {
                paths.add(Expression.Path.of(field.name(), field.type()));
            } else if (field.type() instanceof ValueType.Struct struct) {
                struct.fields()
                        .forEach(inner ->
                                paths.add(new Expression.Path(List.of(field.name(), inner.name()), inner.type())));
            }
        }
        return paths;
    }
}
