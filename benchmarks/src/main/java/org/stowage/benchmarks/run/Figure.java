package org.stowage.benchmarks.run;

import org.jspecify.annotations.Nullable;

/**
 * How a contender did on a line.
 *
 * @param contender who
 * @param turns what was measured, or null if it failed
 * @param failure why it failed, or null
 */
public record Figure(
        String contender, @Nullable Turns turns, @Nullable String failure) {}
