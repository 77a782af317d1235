package org.stowage.spi.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;

/** Recognises conditions that restrict one field. */
final class Restrictions {

    private Restrictions() {}

    /** Returns what a condition says about a field of an entity, or null if no order helps to find its rows. */
    static @Nullable Restriction of(EntitySchema schema, Condition condition) {
        return switch (condition) {
            case Condition.Comparison comparison -> comparison(schema, comparison);
            case Condition.Between between -> {
                int field = field(schema, between.value());
                yield field >= 0 && isGiven(between.low()) && isGiven(between.high())
                        ? new Restriction.Interval(field, between, between.low(), true, between.high(), true)
                        : null;
            }
            case Condition.In in -> {
                int field = field(schema, in.value());
                yield field >= 0 && in.options().stream().allMatch(Restrictions::isGiven)
                        ? new Restriction.Points(field, in, in.options())
                        : null;
            }
            case Condition.Contains contains -> {
                int field = field(schema, contains.value());
                yield field >= 0 && contains.place() == Condition.Place.START && isGiven(contains.part())
                        ? new Restriction.Start(field, contains, contains.part())
                        : null;
            }
            case Condition.Like like -> {
                int field = field(schema, like.value());
                yield field >= 0 && isGiven(like.pattern())
                        ? new Restriction.Pattern(field, like, like.pattern(), like.escape())
                        : null;
            }
            case Condition.IsNull isNull -> {
                int field = field(schema, isNull.value());
                yield field < 0 ? null : new Restriction.Absent(field, isNull);
            }
            case Condition.Not not -> {
                int field = not.part() instanceof Condition.IsNull isNull ? field(schema, isNull.value()) : -1;
                yield field < 0 ? null : new Restriction.Interval(field, not, null, false, null, false);
            }
            case Condition.And and -> null;
            case Condition.Or or -> null;
            case Condition.Constant constant -> null;
        };
    }

    private static @Nullable Restriction comparison(EntitySchema schema, Condition.Comparison comparison) {
        int left = field(schema, comparison.left());
        if (left >= 0 && isGiven(comparison.right())) {
            return compared(left, comparison, comparison.relation(), comparison.right());
        }
        int right = field(schema, comparison.right());
        return right >= 0 && isGiven(comparison.left())
                ? compared(right, comparison, mirrored(comparison.relation()), comparison.left())
                : null;
    }

    private static @Nullable Restriction compared(
            int field, Condition condition, Condition.Relation relation, Expression value) {
        return switch (relation) {
            case EQUAL -> new Restriction.Points(field, condition, List.of(value));
            case NOT_EQUAL -> null;
            case LESS -> new Restriction.Interval(field, condition, null, false, value, false);
            case LESS_OR_EQUAL -> new Restriction.Interval(field, condition, null, false, value, true);
            case GREATER -> new Restriction.Interval(field, condition, value, false, null, false);
            case GREATER_OR_EQUAL -> new Restriction.Interval(field, condition, value, true, null, false);
        };
    }

    private static Condition.Relation mirrored(Condition.Relation relation) {
        return switch (relation) {
            case EQUAL -> Condition.Relation.EQUAL;
            case NOT_EQUAL -> Condition.Relation.NOT_EQUAL;
            case LESS -> Condition.Relation.GREATER;
            case LESS_OR_EQUAL -> Condition.Relation.GREATER_OR_EQUAL;
            case GREATER -> Condition.Relation.LESS;
            case GREATER_OR_EQUAL -> Condition.Relation.LESS_OR_EQUAL;
        };
    }

    private static int field(EntitySchema schema, Expression expression) {
        return expression instanceof Expression.Path path && path.simple() ? schema.position(path.field()) : -1;
    }

    private static boolean isGiven(Expression expression) {
        return expression instanceof Expression.Literal || expression instanceof Expression.Parameter;
    }
}
