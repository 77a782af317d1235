package org.stowage.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is bound to one place of a statement when it runs: some of the query's values, as they are stored.
 *
 * @param source where the values come from
 * @param form makes of the value, which is never null, what is bound: a {@link Long}, {@link Double}, {@link String} or {@code byte[]}
 */
record Binding(Source source, Function<Object, Object> form) {

    /** Where a value comes from. */
    sealed interface Source {
        /** Returns the neutral value, or null. */
        @Nullable Object value(List<@Nullable Object> arguments);
    }

    /** A value that is part of the query. */
    record Constant(Object constant) implements Source {
        @Override
        public Object value(List<@Nullable Object> arguments) {
            return constant;
        }
    }

    /** A value that comes with the request. */
    record Argument(int index) implements Source {
        @Override
        public @Nullable Object value(List<@Nullable Object> arguments) {
            return arguments.get(index);
        }
    }

    /** All options of an {@code in}; the value is a list that may hold nulls. */
    record Options(List<Source> single, List<Source> lists) implements Source {
        @Override
        public Object value(List<@Nullable Object> arguments) {
            List<@Nullable Object> options = new ArrayList<>();
            single.forEach(source -> options.add(source.value(arguments)));
            for (Source source : lists) {
                Object list = source.value(arguments);
                if (list == null) {
                    // Nobody knows what it holds, as with a null element.
                    options.add(null);
                } else {
                    options.addAll((List<?>) list);
                }
            }
            return options;
        }
    }

    /** Binds all of them, from place 1 on. */
    static void bindAll(List<Binding> bindings, PreparedStatement statement, List<@Nullable Object> arguments)
            throws SQLException {
        for (int i = 0; i < bindings.size(); i++) {
            Binding binding = bindings.get(i);
            Object value = binding.source.value(arguments);
            statement.setObject(i + 1, value == null ? null : binding.form.apply(value));
        }
    }
}
