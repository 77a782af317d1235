package org.stowage.spi.query;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;

/**
 * Turns a condition into closures over positions of a row. What is evaluated, and so what can fail, is fixed: {@link Evaluator} says it.
 */
final class ConditionCompiler {

    private ConditionCompiler() {}

    static Evaluator.Filter compile(EntitySchema schema, Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> (row, arguments) -> constant.truth();
            case Condition.And and -> new AllOf(compileAll(schema, and.parts()));
            case Condition.Or or -> new AnyOf(compileAll(schema, or.parts()));
            case Condition.Not not -> {
                Evaluator.Filter part = compile(schema, not.part());
                yield (Row row, List<@Nullable Object> arguments) ->
                        part.test(row, arguments).not();
            }
            case Condition.Comparison comparison -> ComparisonCompiler.comparison(schema, comparison);
            case Condition.Between between -> ComparisonCompiler.between(schema, between);
            case Condition.In in -> InCompiler.compile(schema, in);
            case Condition.Like like -> like(schema, like);
            case Condition.Contains contains -> contains(schema, contains);
            case Condition.IsNull isNull -> {
                Evaluator.Calculation value = ExpressionCompiler.compile(schema, isNull.value());
                yield (Row row, List<@Nullable Object> arguments) -> Truth.of(value.value(row, arguments) == null);
            }
        };
    }

    private static Evaluator.Filter[] compileAll(EntitySchema schema, List<Condition> parts) {
        return parts.stream().map(part -> compile(schema, part)).toArray(Evaluator.Filter[]::new);
    }

    private static Evaluator.Filter like(EntitySchema schema, Condition.Like like) {
        Evaluator.Calculation value = ExpressionCompiler.compile(schema, like.value());
        if (like.pattern() instanceof Expression.Literal literal) {
            LikePattern pattern = LikePattern.of((String) literal.value(), like.escape());
            return (Row row, List<@Nullable Object> arguments) -> {
                Object text = value.value(row, arguments);
                return text == null ? Truth.UNKNOWN : Truth.of(pattern.matches((String) text));
            };
        }
        Evaluator.Calculation pattern = ExpressionCompiler.compile(schema, like.pattern());
        PatternMemory memory = new PatternMemory(like.escape());
        return (Row row, List<@Nullable Object> arguments) -> {
            Object text = value.value(row, arguments);
            if (text == null) {
                return Truth.UNKNOWN;
            }
            Object written = pattern.value(row, arguments);
            return written == null
                    ? Truth.UNKNOWN
                    : Truth.of(memory.pattern((String) written).matches((String) text));
        };
    }

    private static Evaluator.Filter contains(EntitySchema schema, Condition.Contains contains) {
        Evaluator.Calculation value = ExpressionCompiler.compile(schema, contains.value());
        Evaluator.Calculation part = ExpressionCompiler.compile(schema, contains.part());
        Condition.Place place = contains.place();
        return (Row row, List<@Nullable Object> arguments) -> {
            Object text = value.value(row, arguments);
            Object wanted = text == null ? null : part.value(row, arguments);
            return text == null || wanted == null
                    ? Truth.UNKNOWN
                    : Truth.of(contains(place, (String) text, (String) wanted));
        };
    }

    // Texts hold no half of a surrogate pair, so that units found in units are code points found in code points.
    private static boolean contains(Condition.Place place, String text, String part) {
        return switch (place) {
            case START -> text.startsWith(part);
            case END -> text.endsWith(part);
            case ANYWHERE -> text.contains(part);
        };
    }

    /** A conjunction: from the left, not beyond the first part that decides. */
    private static final class AllOf implements Evaluator.Filter {

        private final Evaluator.Filter[] parts;

        AllOf(Evaluator.Filter[] parts) {
            this.parts = parts;
        }

        @Override
        public Truth test(Row row, List<@Nullable Object> arguments) {
            Truth all = Truth.TRUE;
            for (Evaluator.Filter part : parts) {
                all = all.and(part.test(row, arguments));
                if (all == Truth.FALSE) {
                    return all;
                }
            }
            return all;
        }

        @Override
        public boolean matches(Row row, List<@Nullable Object> arguments) {
            for (Evaluator.Filter part : parts) {
                if (!part.matches(row, arguments)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A disjunction: from the left, not beyond the first part that decides. */
    private static final class AnyOf implements Evaluator.Filter {

        private final Evaluator.Filter[] parts;

        AnyOf(Evaluator.Filter[] parts) {
            this.parts = parts;
        }

        @Override
        public Truth test(Row row, List<@Nullable Object> arguments) {
            Truth any = Truth.FALSE;
            for (Evaluator.Filter part : parts) {
                any = any.or(part.test(row, arguments));
                if (any == Truth.TRUE) {
                    return any;
                }
            }
            return any;
        }

        @Override
        public boolean matches(Row row, List<@Nullable Object> arguments) {
            for (Evaluator.Filter part : parts) {
                if (part.matches(row, arguments)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The pattern that was used last: an argument stays the same from row to row. */
    private static final class PatternMemory {

        private record Known(String text, LikePattern pattern) {}

        private final OptionalInt escape;
        private volatile @Nullable Known last;

        PatternMemory(OptionalInt escape) {
            this.escape = escape;
        }

        LikePattern pattern(String text) {
            Known known = last;
            if (known == null || !known.text.equals(text)) {
                known = new Known(text, LikePattern.of(text, escape));
                last = known;
            }
            return known.pattern;
        }
    }
}
