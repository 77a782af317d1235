package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out what decides nothing: constants, needless nesting, the second of two negations. What remains has the same truth for
 * every row and fails for the same rows, because nothing that can fail is passed over or moved.
 */
final class ConditionSimplifier {

    private ConditionSimplifier() {}

    static Condition simplify(Condition condition) {
        return switch (condition) {
            case Condition.And and -> and(and.parts());
            case Condition.Or or -> or(or.parts());
            case Condition.Not not -> not(simplify(not.part()));
            case Condition.In in -> in.options().isEmpty() && !Conditions.canFail(in.value()) ? Condition.NEVER : in;
            case Condition.Constant constant -> constant;
            case Condition.Comparison comparison -> comparison;
            case Condition.Between between -> between;
            case Condition.Like like -> like;
            case Condition.Contains contains -> contains;
            case Condition.IsNull isNull -> isNull;
        };
    }

    private static Condition and(List<Condition> parts) {
        List<Condition> kept = new ArrayList<>();
        for (Condition part : parts) {
            Condition simple = simplify(part);
            if (simple instanceof Condition.And and) {
                kept.addAll(and.parts());
            } else if (!simple.equals(Condition.ALWAYS)) {
                kept.add(simple);
            }
        }
        int end = kept.indexOf(Condition.NEVER);
        if (end >= 0) {
            return kept.subList(0, end).stream().noneMatch(Conditions::canFail)
                    ? Condition.NEVER
                    : new Condition.And(kept.subList(0, end + 1));
        }
        return switch (kept.size()) {
            case 0 -> Condition.ALWAYS;
            case 1 -> kept.get(0);
            default -> new Condition.And(kept);
        };
    }

    private static Condition or(List<Condition> parts) {
        List<Condition> kept = new ArrayList<>();
        for (Condition part : parts) {
            Condition simple = simplify(part);
            if (simple instanceof Condition.Or or) {
                kept.addAll(or.parts());
            } else if (!simple.equals(Condition.NEVER)) {
                kept.add(simple);
            }
        }
        int end = kept.indexOf(Condition.ALWAYS);
        if (end >= 0) {
            return kept.subList(0, end).stream().noneMatch(Conditions::canFail)
                    ? Condition.ALWAYS
                    : new Condition.Or(kept.subList(0, end + 1));
        }
        return switch (kept.size()) {
            case 0 -> Condition.NEVER;
            case 1 -> kept.get(0);
            default -> new Condition.Or(kept);
        };
    }

    private static Condition not(Condition part) {
        return switch (part) {
            case Condition.Constant constant ->
                new Condition.Constant(constant.truth().not());
            case Condition.Not not -> not.part();
            case Condition.And and -> new Condition.Not(and);
            case Condition.Or or -> new Condition.Not(or);
            case Condition.Comparison comparison -> new Condition.Not(comparison);
            case Condition.Between between -> new Condition.Not(between);
            case Condition.In in -> new Condition.Not(in);
            case Condition.Like like -> new Condition.Not(like);
            case Condition.Contains contains -> new Condition.Not(contains);
            case Condition.IsNull isNull -> new Condition.Not(isNull);
        };
    }
}
