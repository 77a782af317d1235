package org.stowage.spi;

import java.util.List;
import org.stowage.spi.query.Condition;

/**
 * How a store answers a scan, and what is left to the engine.
 *
 * @param steps what the store does, for people, one line each: the index used, the SQL run
 * @param residual the condition that is left; {@link Condition#ALWAYS} if none
 * @param ordered whether the store gives the order
 * @param limited whether the store applies offset and limit
 */
public record ScanPlan(List<String> steps, Condition residual, boolean ordered, boolean limited) {

    /** Creates the plan with a copy of the steps. */
    public ScanPlan {
        steps = List.copyOf(steps);
    }
}
