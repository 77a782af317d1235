package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * Turns {@link Condition.In} into a filter that looks in a table of the literals first, then in the lists, then calculates the other
 * options from the left until one is equal.
 */
final class InCompiler implements Evaluator.Filter {

    private final Evaluator.Calculation value;
    private final Set<Object> literals;
    private final int[] lists;
    private final Evaluator.Calculation[] others;

    private InCompiler(Evaluator.Calculation value, Set<Object> literals, int[] lists, Evaluator.Calculation[] others) {
        this.value = value;
        this.literals = literals;
        this.lists = lists;
        this.others = others;
    }

    static Evaluator.Filter compile(EntitySchema schema, Condition.In in) {
        Set<Object> literals = new HashSet<>();
        List<Integer> lists = new ArrayList<>();
        List<Evaluator.Calculation> others = new ArrayList<>();
        for (Expression option : in.options()) {
            if (option instanceof Expression.Literal literal) {
                literals.add(literal.value());
            } else if (option instanceof Expression.Parameter parameter && standsForList(parameter)) {
                lists.add(parameter.index());
            } else {
                others.add(ExpressionCompiler.compile(schema, option));
            }
        }
        return new InCompiler(
                ExpressionCompiler.compile(schema, in.value()),
                literals,
                lists.stream().mapToInt(Integer::intValue).toArray(),
                others.toArray(Evaluator.Calculation[]::new));
    }

    static boolean standsForList(Expression.Parameter parameter) {
        return parameter.type() instanceof ValueType.ListOf;
    }

    @Override
    public Truth test(Row row, List<@Nullable Object> arguments) {
        Object wanted = value.value(row, arguments);
        if (wanted == null) {
            return empty(arguments) ? Truth.FALSE : Truth.UNKNOWN;
        }
        if (literals.contains(wanted)) {
            return Truth.TRUE;
        }
        Truth inLists = inLists(wanted, arguments);
        return inLists == Truth.TRUE ? inLists : inLists.or(inOthers(wanted, row, arguments));
    }

    private Truth inLists(Object wanted, List<@Nullable Object> arguments) {
        Truth found = Truth.FALSE;
        for (int index : lists) {
            ListArgument list = list(arguments, index);
            if (list == null) {
                found = Truth.UNKNOWN;
            } else if (list.contains(wanted)) {
                return Truth.TRUE;
            } else if (list.holdsNull()) {
                found = Truth.UNKNOWN;
            }
        }
        return found;
    }

    private Truth inOthers(Object wanted, Row row, List<@Nullable Object> arguments) {
        Truth found = Truth.FALSE;
        for (Evaluator.Calculation other : others) {
            Object option = other.value(row, arguments);
            if (option == null) {
                found = Truth.UNKNOWN;
            } else if (wanted.equals(option)) {
                return Truth.TRUE;
            }
        }
        return found;
    }

    /** Returns whether there is no option at all. A list that is null itself is not empty: nobody knows what it holds. */
    private boolean empty(List<@Nullable Object> arguments) {
        if (!literals.isEmpty() || others.length > 0) {
            return false;
        }
        for (int index : lists) {
            ListArgument list = list(arguments, index);
            if (list == null || !list.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable ListArgument list(List<@Nullable Object> arguments, int index) {
        Object argument = arguments.get(index);
        return argument == null ? null : ListArgument.of((List<?>) argument);
    }
}
