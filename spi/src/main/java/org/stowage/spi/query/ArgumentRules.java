package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.value.ValueType;

/**
 * What the arguments of a query must be. They are checked as literals are, once and before any provider sees them, so that a wrong
 * argument is the same error everywhere, whether or not a row is ever compared with it.
 */
final class ArgumentRules {

    private final String entity;
    private final List<ValueType> types;
    private final List<Pattern> patterns;
    private final List<Options> options;

    private ArgumentRules(String entity, List<ValueType> types, List<Pattern> patterns, List<Options> options) {
        this.entity = entity;
        this.types = types;
        this.patterns = patterns;
        this.options = options;
    }

    /** A parameter is a pattern. */
    private record Pattern(int parameter, OptionalInt escape) {}

    /** An {@code in} has so many single options and these list parameters. */
    private record Options(int single, List<Integer> lists) {}

    /** Returns the types of the parameters, by index. */
    List<ValueType> types() {
        return types;
    }

    /** Returns the neutral form of arguments, of which there must be one for each parameter. */
    List<@Nullable Object> check(List<? extends @Nullable Object> arguments) {
        if (arguments.size() != types.size()) {
            throw new IllegalArgumentException(
                    "'" + arguments.size() + "' arguments are given, the query takes '" + types.size() + "'");
        }
        @Nullable Object[] checked = new @Nullable Object[types.size()];
        for (int i = 0; i < checked.length; i++) {
            Object argument = arguments.get(i);
            checked[i] = argument == null ? null : neutral(types.get(i), argument);
        }
        for (Pattern pattern : patterns) {
            if (checked[pattern.parameter] instanceof String text) {
                LikePattern.of(text, pattern.escape);
            }
        }
        options.forEach(in -> checkSize(in, checked));
        List<@Nullable Object> neutral = Arrays.asList(checked);
        return Collections.unmodifiableList(neutral);
    }

    private Object neutral(ValueType type, Object argument) {
        if (!(type instanceof ValueType.ListOf list)) {
            return type.check(argument);
        }
        if (!(argument instanceof List<?> elements)) {
            throw new TypeMismatchException(
                    new ErrorContext(null, entity, null),
                    "an argument for 'in' is a " + argument.getClass().getName() + ", expected a list of "
                            + list.element().describe());
        }
        // The size first: what is too long shall not be copied.
        checkSize(elements.size());
        List<@Nullable Object> checked = new ArrayList<>(elements.size());
        for (Object element : elements) {
            checked.add(element == null ? null : list.element().check(element));
        }
        return new ListArgument(checked);
    }

    private void checkSize(Options in, @Nullable Object[] arguments) {
        long size = in.single;
        for (int list : in.lists) {
            size += arguments[list] instanceof List<?> elements ? elements.size() : 0;
        }
        checkSize(size);
    }

    private void checkSize(long size) {
        if (size > QueryLimits.OPTIONS) {
            throw new LimitExceededException(
                    new ErrorContext(null, entity, null),
                    "an 'in' may have at most " + QueryLimits.OPTIONS + " values, this one has '" + size
                            + "'; ask in several parts");
        }
    }

    /** Collects the rules while a query is checked. */
    static final class Builder {

        private final String entity;
        private final Map<Integer, ValueType> types = new TreeMap<>();
        private final List<Pattern> patterns = new ArrayList<>();
        private final List<Options> options = new ArrayList<>();

        Builder(String entity) {
            this.entity = entity;
        }

        Expression.Parameter parameter(Expression.Parameter parameter) {
            ValueType before = types.putIfAbsent(parameter.index(), parameter.type());
            if (before != null && !before.equals(parameter.type())) {
                throw mismatch("parameter '" + QueryText.describe(parameter) + "' is used as " + before.describe()
                        + " and as " + parameter.type().describe() + "; use two parameters");
            }
            return parameter;
        }

        void pattern(int parameter, OptionalInt escape) {
            patterns.add(new Pattern(parameter, escape));
        }

        void options(int single, List<Integer> lists) {
            if (!lists.isEmpty()) {
                options.add(new Options(single, List.copyOf(lists)));
            }
        }

        ArgumentRules build() {
            int expected = 0;
            for (int index : types.keySet()) {
                if (index != expected) {
                    throw mismatch("parameter ':" + (index + 1) + "' is used, but ':" + (expected + 1)
                            + "' is not; number them without gaps from ':1'");
                }
                expected++;
            }
            return new ArgumentRules(entity, List.copyOf(types.values()), List.copyOf(patterns), List.copyOf(options));
        }

        private TypeMismatchException mismatch(String message) {
            return new TypeMismatchException(new ErrorContext(null, entity, null), message);
        }
    }
}
