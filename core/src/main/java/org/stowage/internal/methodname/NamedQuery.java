package org.stowage.internal.methodname;

import java.util.List;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Sort;

/**
 * What the name of a method asks for, typed against the entity.
 *
 * @param action what is done
 * @param maximum how many are found at most, {@link Integer#MAX_VALUE} if the name does not say
 * @param condition of which rows
 * @param operands the parameters of the condition, in their order
 * @param sorts in which order
 */
public record NamedQuery(Action action, int maximum, Condition condition, List<Operand> operands, List<Sort> sorts) {

    /** Creates it with copies of the lists. */
    public NamedQuery {
        operands = List.copyOf(operands);
        sorts = List.copyOf(sorts);
    }

    /** Returns whether the name says how many are found at most. */
    public boolean limited() {
        return maximum != Integer.MAX_VALUE;
    }
}
