package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/** Finds the ranges of a tree that an access path reads for some arguments. A comparison with null is never true, so it finds none. */
final class RangeFinder {

    private final AccessPath path;
    private final RowTree tree;
    private final List<@Nullable Object> arguments;
    private final long most;

    private RangeFinder(AccessPath path, RowTree tree, List<@Nullable Object> arguments, long most) {
        this.path = path;
        this.tree = tree;
        this.arguments = arguments;
        this.most = most;
    }

    /**
     * Returns the ranges.
     *
     * @param most how many rows from the beginning of each range are of interest; what is behind them may be left out
     */
    static RowRanges find(AccessPath path, Table table, List<@Nullable Object> arguments, long most) {
        return new RangeFinder(path, table.trees().get(path.number()), arguments, most).find();
    }

    private RowRanges find() {
        int columns = path.points().size();
        if (columns == 0 && path.ranging().isEmpty()) {
            return new RowRanges(new int[] {0, tree.size()});
        }
        // At most one column has several values; only that one is set anew for each range.
        @Nullable Object[] start = new @Nullable Object[columns + 1];
        int varying = 0;
        List<Object> options = null;
        for (int i = 0; i < columns; i++) {
            if (path.points().get(i) instanceof Restriction.Points points) {
                List<Object> values = values(points, i);
                if (values.isEmpty()) {
                    return RowRanges.NONE;
                }
                start[i] = values.get(0);
                if (values.size() > 1) {
                    varying = i;
                    options = values;
                }
            }
        }
        if (options == null) {
            return new RowRanges(range(start, columns));
        }
        int[] bounds = new int[options.size() * 2];
        int count = 0;
        for (Object option : options) {
            start[varying] = option;
            int[] range = range(start, columns);
            if (range.length > 0 && range[0] < range[1]) {
                bounds[count++] = range[0];
                bounds[count++] = range[1];
            }
        }
        return new RowRanges(Arrays.copyOf(bounds, count));
    }

    private List<Object> values(Restriction.Points points, int column) {
        if (points.single()) {
            Object value = value(points.options().get(0));
            return value == null ? List.of() : List.of(value);
        }
        List<Object> values = new ArrayList<>();
        for (Expression option : points.options()) {
            Object value = value(option);
            if (value instanceof List<?> list && option.type() instanceof ValueType.ListOf) {
                list.forEach(element -> addPresent(values, element));
            } else {
                addPresent(values, value);
            }
        }
        values.sort(tree.order().order(column));
        List<Object> distinct = new ArrayList<>(values.size());
        for (Object value : values) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(value)) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    private static void addPresent(List<Object> values, @Nullable Object value) {
        if (value != null) {
            values.add(value);
        }
    }

    /** Returns the first rank and the one after the last, for rows that start with some values; empty if there is none. */
    private int[] range(@Nullable Object[] start, int columns) {
        if (path.ranging().isEmpty()) {
            int[] range =
                    tree.ranks(new Edge(start, columns, false, false), new Edge(start, columns, false, true), most);
            return range[0] < range[1] ? range : new int[0];
        }
        int from = 0;
        int to = tree.size();
        for (Restriction restriction : path.ranging()) {
            int[] narrowed = narrowed(restriction, start, columns);
            if (narrowed.length == 0) {
                return narrowed;
            }
            from = Math.max(from, narrowed[0]);
            to = Math.min(to, narrowed[1]);
        }
        return from < to ? new int[] {from, to} : new int[0];
    }

    private int[] narrowed(Restriction restriction, @Nullable Object[] start, int columns) {
        return switch (restriction) {
            case Restriction.Interval interval -> between(interval, start, columns);
            case Restriction.Start text -> startingWith(value(text.text()), start, columns);
            case Restriction.Pattern pattern ->
                startingWith(
                        value(pattern.pattern()) instanceof String text ? pattern.start(text) : null, start, columns);
            case Restriction.Points points -> throw new IllegalStateException("points are no range: " + points);
            case Restriction.Absent absent -> throw new IllegalStateException("null is no range: " + absent);
        };
    }

    private int[] between(Restriction.Interval interval, @Nullable Object[] start, int columns) {
        Object low = interval.low() == null ? null : value(interval.low());
        Object high = interval.high() == null ? null : value(interval.high());
        if ((interval.low() != null && low == null) || (interval.high() != null && high == null)) {
            return new int[0];
        }
        // Without a lower end, nulls are still left out: they stand before everything else.
        int from = rank(start, columns, low, low == null || !interval.lowIncluded());
        int to = high == null
                ? tree.rank(new Edge(start, columns, false, true))
                : rank(start, columns, high, interval.highIncluded());
        return new int[] {from, to};
    }

    private int[] startingWith(@Nullable Object text, @Nullable Object[] start, int columns) {
        if (text == null) {
            return new int[0];
        }
        @Nullable Object[] values = start.clone();
        values[columns] = text;
        return new int[] {
            tree.rank(new Edge(values, columns + 1, true, false)), tree.rank(new Edge(values, columns + 1, true, true))
        };
    }

    private int rank(@Nullable Object[] start, int columns, @Nullable Object value, boolean after) {
        start[columns] = value;
        return tree.rank(new Edge(start, columns + 1, false, after));
    }

    private @Nullable Object value(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Parameter parameter -> arguments.get(parameter.index());
            case Expression.Path path -> throw notGiven(path);
            case Expression.Arithmetic arithmetic -> throw notGiven(arithmetic);
            case Expression.Negation negation -> throw notGiven(negation);
            case Expression.Function function -> throw notGiven(function);
        };
    }

    private static IllegalStateException notGiven(Expression expression) {
        return new IllegalStateException("no literal and no parameter: " + expression);
    }
}
