package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A condition in two: what a store does itself, and what it leaves to the engine. Both together hold for exactly the rows for which
 * the condition does.
 *
 * @param pushed what the store does; {@link Condition#ALWAYS} if nothing
 * @param residual what is left, for {@link org.stowage.spi.Scan#residual()}; {@link Condition#ALWAYS} if nothing
 */
public record PushDown(Condition pushed, Condition residual) {

    /**
     * Returns the condition in two. Of the parts that must all hold, those are pushed that the store does exactly, up to the first
     * that is left and can fail: the parts behind that one decide only after it, or a row that must be an error would be passed over.
     *
     * @param condition which rows are asked for
     * @param exact whether the store gives exactly the result of {@link Evaluator} for a part, errors included
     */
    public static PushDown split(Condition condition, Predicate<Condition> exact) {
        List<Condition> pushed = new ArrayList<>();
        List<Condition> residual = new ArrayList<>();
        boolean open = true;
        for (Condition part : Conditions.conjuncts(condition)) {
            if (open && exact.test(part)) {
                pushed.add(part);
            } else {
                residual.add(part);
                open = open && !Conditions.canFail(part);
            }
        }
        return new PushDown(Conditions.allOf(pushed), Conditions.allOf(residual));
    }
}
