package org.stowage.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Condition.Place;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.LikePattern;
import org.stowage.spi.query.Truth;
import org.stowage.spi.value.ValueType;

/**
 * Turns conditions into SQL that is true, false or unknown exactly when they are, or declines. SQLite's logic is three-valued as
 * ours is, so a whole is exact if its parts are.
 */
final class ConditionTranslator {

    private static final int LISTED = 64;

    private final ExpressionTranslator expressions;
    private final Places places;

    ConditionTranslator(EntityTable table, Places places) {
        this.expressions = new ExpressionTranslator(table, places);
        this.places = places;
    }

    /** Returns the SQL for a condition, if there is one; otherwise no places have been given out. */
    Optional<org.jooq.Condition> translate(Condition condition) {
        int mark = places.mark();
        Optional<org.jooq.Condition> translated = attempt(condition);
        if (translated.isEmpty()) {
            places.backTo(mark);
        }
        return translated;
    }

    private Optional<org.jooq.Condition> attempt(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant -> Optional.of(constant(constant.truth()));
            case Condition.And and -> all(and.parts()).map(DSL::and);
            case Condition.Or or -> all(or.parts()).map(DSL::or);
            case Condition.Not not -> translate(not.part()).map(DSL::not);
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.Between between -> between(between);
            case Condition.In in -> in(in);
            case Condition.Like like -> like(like);
            case Condition.Contains contains -> contains(contains);
            case Condition.IsNull isNull -> expressions.stored(isNull.value()).map(Field::isNull);
        };
    }

    private Optional<List<org.jooq.Condition>> all(List<Condition> parts) {
        List<org.jooq.Condition> translated = new ArrayList<>();
        for (Condition part : parts) {
            Optional<org.jooq.Condition> one = translate(part);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            translated.add(one.get());
        }
        return Optional.of(translated);
    }

    private static org.jooq.Condition constant(Truth truth) {
        return switch (truth) {
            case TRUE -> DSL.trueCondition();
            case FALSE -> DSL.falseCondition();
            case UNKNOWN -> DSL.inline(1).eq(DSL.inline((Integer) null));
        };
    }

    private Optional<org.jooq.Condition> comparison(Condition.Comparison comparison) {
        return switch (comparison.relation()) {
            case EQUAL -> both(comparison, expressions::stored).map(pair -> pair.left.eq(pair.right));
            case NOT_EQUAL -> both(comparison, expressions::stored).map(pair -> pair.left.ne(pair.right));
            case LESS -> both(comparison, expressions::sortable).map(pair -> pair.left.lt(pair.right));
            case LESS_OR_EQUAL -> both(comparison, expressions::sortable).map(pair -> pair.left.le(pair.right));
            case GREATER -> both(comparison, expressions::sortable).map(pair -> pair.left.gt(pair.right));
            case GREATER_OR_EQUAL -> both(comparison, expressions::sortable).map(pair -> pair.left.ge(pair.right));
        };
    }

    private record Pair(Field<Object> left, Field<Object> right) {}

    private static Optional<Pair> both(
            Condition.Comparison comparison, Function<Expression, Optional<Field<Object>>> translation) {
        Optional<Field<Object>> left = translation.apply(comparison.left());
        Optional<Field<Object>> right = translation.apply(comparison.right());
        return left.isEmpty() || right.isEmpty() ? Optional.empty() : Optional.of(new Pair(left.get(), right.get()));
    }

    private Optional<org.jooq.Condition> between(Condition.Between between) {
        Optional<Field<Object>> value = expressions.sortable(between.value());
        Optional<Field<Object>> low = expressions.sortable(between.low());
        Optional<Field<Object>> high = expressions.sortable(between.high());
        return value.isEmpty() || low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(value.get().between(low.get(), high.get()));
    }

    private Optional<org.jooq.Condition> in(Condition.In in) {
        if (in.options().isEmpty()) {
            // No row matches, but a row for which the value is an error still has to be met.
            return Conditions.canFail(in.value()) ? Optional.empty() : Optional.of(DSL.falseCondition());
        }
        Optional<Field<Object>> value = expressions.stored(in.value());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        boolean listed = in.options().size() <= LISTED
                && in.options().stream().noneMatch(option -> option.type() instanceof ValueType.ListOf);
        return listed ? listed(value.get(), in.options()) : inArray(value.get(), in);
    }

    private Optional<org.jooq.Condition> listed(Field<Object> value, List<Expression> options) {
        List<Field<Object>> fields = new ArrayList<>();
        for (Expression option : options) {
            Optional<Field<Object>> field = expressions.stored(option);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(value.in(fields));
    }

    // One place for however many values, so that the text does not depend on their number.
    private Optional<org.jooq.Condition> inArray(Field<Object> value, Condition.In in) {
        Optional<Function<Object, Object>> form = JsonArray.of(in.value().type());
        List<Binding.Source> single = new ArrayList<>();
        List<Binding.Source> lists = new ArrayList<>();
        for (Expression option : in.options()) {
            Optional<Binding.Source> source = ExpressionTranslator.source(option);
            if (source.isEmpty()) {
                return Optional.empty();
            }
            (option.type() instanceof ValueType.ListOf ? lists : single).add(source.get());
        }
        return form.map(
                array -> Sql.inArray(value, places.add(new Binding.Options(single, lists), Storage.TEXT, array)));
    }

    private Optional<org.jooq.Condition> like(Condition.Like like) {
        Optional<Field<Object>> value = expressions.stored(like.value());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (like.pattern()) {
            case Expression.Literal literal -> like(value.get(), (String) literal.value(), like.escape());
            case Expression.Parameter parameter ->
                Optional.of(glob(value.get(), new Binding.Argument(parameter.index()), like.escape()));
            case Expression.Path path -> Optional.empty();
            case Expression.Arithmetic arithmetic -> Optional.empty();
            case Expression.Negation negation -> Optional.empty();
            case Expression.Function function -> Optional.empty();
        };
    }

    private Optional<org.jooq.Condition> like(Field<Object> value, String pattern, OptionalInt escape) {
        LikePattern known = LikePattern.of(pattern, escape);
        if (known.exact()) {
            return Optional.of(value.eq(text(new Binding.Constant(known.prefix()))));
        }
        if (known.prefixOnly()) {
            return Optional.of(startsWith(value, new Binding.Constant(known.prefix())));
        }
        return Optional.of(glob(value, new Binding.Constant(pattern), escape));
    }

    private org.jooq.Condition glob(Field<Object> value, Binding.Source pattern, OptionalInt escape) {
        return Sql.glob(value, places.add(pattern, Storage.TEXT, text -> GlobPattern.ofLike((String) text, escape)));
    }

    private Optional<org.jooq.Condition> contains(Condition.Contains contains) {
        Optional<Field<Object>> value = expressions.stored(contains.value());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Binding.Source> known = ExpressionTranslator.source(contains.part());
        if (contains.place() == Place.START && known.isPresent()) {
            return Optional.of(startsWith(value.get(), known.get()));
        }
        return expressions.stored(contains.part()).map(part -> contains(contains.place(), value.get(), part));
    }

    private static org.jooq.Condition contains(Place place, Field<Object> value, Field<Object> part) {
        Field<Object> length = Sql.call("length", Storage.INTEGER, part);
        return switch (place) {
            case START ->
                Sql.call("substr", Storage.TEXT, value, DSL.inline(1), length).eq(part);
            // What starts before the text is cut, and then is shorter than the part.
            case END ->
                Sql.call("substr", Storage.TEXT, value, length.neg(), length).eq(part);
            case ANYWHERE -> Sql.call("instr", Storage.INTEGER, value, part).gt(DSL.inline((Object) 0));
        };
    }

    /** Returns the range of the texts that start with another, which an index answers. */
    private org.jooq.Condition startsWith(Field<Object> value, Binding.Source prefix) {
        Field<Object> low = text(prefix);
        Field<Object> end = places.add(prefix, Storage.TEXT, text -> TextRange.end((String) text));
        return value.ge(low).and(value.lt(end));
    }

    private Field<Object> text(Binding.Source source) {
        return places.add(source, Storage.TEXT, value -> value);
    }
}
