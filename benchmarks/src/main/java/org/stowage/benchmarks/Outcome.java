package org.stowage.benchmarks;

import java.util.OptionalDouble;

/**
 * How an entrant did a workload in one round.
 *
 * @param workload its name, with the sizes it was done at
 * @param entrant who
 * @param seconds how long an operation took
 * @param processorSeconds how long the measuring thread ran for an operation, where that was counted
 */
record Outcome(String workload, Entrant entrant, double seconds, OptionalDouble processorSeconds) {}
