package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * Continues a result behind a row: the condition that is true of exactly the rows after a position in a total order. Immutable,
 * for many threads.
 *
 * <p>A position has the value of each sort, null included. For the order {@code s1, s2} and no nulls the condition is
 * {@code s1 >= v1 and (s1 > v1 or (s2 > v2))}: its first part is a range that a store can look up in an index, and it grows with
 * the number of sorts, not with its square. Nulls are asked for by {@link Condition.IsNull} where they belong; rows of values
 * are never compared, because in SQL they are not equal to themselves once they hold a null.
 *
 * <p>Which condition it is depends on which of the values are null and on nothing else, so it can be prepared once for each such
 * pattern ({@link #after(BitSet, int)}) and asked with {@link #arguments}. Backwards is the {@link #reversed()} order.
 */
public final class Keyset {

    private final EntitySchema schema;
    private final List<Sort> sorts;
    private final List<Expression> compared;
    private final List<Evaluator.Calculation> values;

    private Keyset(EntitySchema schema, List<Sort> sorts) {
        this.schema = schema;
        this.sorts = sorts;
        this.compared = sorts.stream().map(RowOrder::value).toList();
        this.values = sorts.stream()
                .map(sort -> ExpressionCompiler.compile(schema, sort.path()))
                .toList();
    }

    /**
     * Returns the continuation of results in a total order.
     *
     * @param schema the entity's shape
     * @param totalOrder the sorts of a {@link Query} for the entity; at least one
     */
    public static Keyset of(EntitySchema schema, List<Sort> totalOrder) {
        if (totalOrder.isEmpty()) {
            throw new IllegalArgumentException("a position needs at least one sort");
        }
        return new Keyset(schema, List.copyOf(totalOrder));
    }

    /** Returns the continuation in the opposite order, whose positions are the same. */
    public Keyset reversed() {
        return new Keyset(schema, sorts.stream().map(Sort::reversed).toList());
    }

    /** Returns the total order. */
    public List<Sort> sorts() {
        return sorts;
    }

    /** Returns the position of a row: the value of each sort, as it is stored. */
    public List<@Nullable Object> positionOf(Row row) {
        List<@Nullable Object> position = new ArrayList<>(values.size());
        for (Evaluator.Calculation value : values) {
            position.add(value.value(row, List.of()));
        }
        return position;
    }

    /**
     * Returns the condition of the rows after a position, with the values as literals.
     *
     * @param position the value of each sort
     */
    public Condition after(List<? extends @Nullable Object> position) {
        List<@Nullable Object> given = compared(position);
        return after(nullsOf(position), level -> {
            Object value = given.get(level);
            return new Expression.Literal(
                    Objects.requireNonNull(value), compared.get(level).type());
        });
    }

    /**
     * Returns the condition of the rows after any position with certain nulls, with parameters for the values that are not null.
     *
     * @param nulls the sorts whose value is null
     * @param firstParameter the index of the first parameter; the others follow
     */
    public Condition after(BitSet nulls, int firstParameter) {
        int[] parameters = new int[sorts.size()];
        int next = firstParameter;
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = nulls.get(i) ? -1 : next++;
        }
        return after(
                nulls,
                level -> new Expression.Parameter(
                        parameters[level], compared.get(level).type()));
    }

    /** Returns which values of a position are null. */
    public static BitSet nullsOf(List<? extends @Nullable Object> position) {
        BitSet nulls = new BitSet(position.size());
        for (int i = 0; i < position.size(); i++) {
            nulls.set(i, position.get(i) == null);
        }
        return nulls;
    }

    /**
     * Returns the arguments for the parameters of {@link #after(BitSet, int)}, in their order.
     *
     * @param position the value of each sort
     */
    public List<Object> arguments(List<? extends @Nullable Object> position) {
        List<Object> arguments = new ArrayList<>(position.size());
        for (Object value : compared(position)) {
            if (value != null) {
                arguments.add(value);
            }
        }
        return arguments;
    }

    /** Returns the values of a position as they are compared: case is folded where it is ignored. */
    private List<@Nullable Object> compared(List<? extends @Nullable Object> position) {
        if (position.size() != sorts.size()) {
            throw new IllegalArgumentException("the position has '" + position.size() + "' values, the order '"
                    + QueryText.describe(sorts) + "' has '" + sorts.size() + "'");
        }
        List<@Nullable Object> given = new ArrayList<>(position.size());
        for (int i = 0; i < sorts.size(); i++) {
            Object value = position.get(i);
            boolean folded = sorts.get(i).ignoreCase() && value instanceof String;
            given.add(folded ? Texts.foldCase((String) value) : value);
        }
        return given;
    }

    private Condition after(BitSet nulls, IntFunction<Expression> value) {
        Condition after = Condition.NEVER;
        for (int level = sorts.size() - 1; level >= 0; level--) {
            after = nulls.get(level) ? afterNull(level, after) : afterValue(level, value.apply(level), after);
        }
        return ConditionSimplifier.simplify(after);
    }

    private Condition afterNull(int level, Condition next) {
        Condition isNull = new Condition.IsNull(sorts.get(level).path());
        return sorts.get(level).nullsFirst()
                ? new Condition.Or(List.of(new Condition.Not(isNull), next))
                : new Condition.And(List.of(isNull, next));
    }

    private Condition afterValue(int level, Expression value, Condition next) {
        Sort sort = sorts.get(level);
        boolean down = sort.descending();
        Condition beyond =
                compare(down ? Condition.Relation.LESS : Condition.Relation.GREATER, compared.get(level), value);
        Condition from = compare(
                down ? Condition.Relation.LESS_OR_EQUAL : Condition.Relation.GREATER_OR_EQUAL,
                compared.get(level),
                value);
        if (!sort.nullsFirst() && nullable(sort.path())) {
            Condition isNull = new Condition.IsNull(sort.path());
            beyond = new Condition.Or(List.of(beyond, isNull));
            from = new Condition.Or(List.of(from, isNull));
        }
        return next.equals(Condition.NEVER)
                ? beyond
                : new Condition.And(List.of(from, new Condition.Or(List.of(beyond, next))));
    }

    private static Condition compare(Condition.Relation relation, Expression left, Expression right) {
        return new Condition.Comparison(relation, left, right);
    }

    private boolean nullable(Expression.Path path) {
        List<Field> fields = schema.fields();
        for (String name : path.names()) {
            Field field = fields.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (field.nullable()) {
                return true;
            }
            fields = field.type() instanceof ValueType.Struct struct ? struct.fields() : List.of();
        }
        return false;
    }
}
