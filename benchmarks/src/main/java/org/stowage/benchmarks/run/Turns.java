package org.stowage.benchmarks.run;

import java.util.List;

/**
 * What one contender measured, round by round.
 *
 * @param seconds on the wall for an operation
 * @param processor seconds that the measuring threads ran for an operation
 * @param compiling how much of each turn the compiler was at work
 */
public record Turns(List<Double> seconds, List<Double> processor, List<Double> compiling) {}
