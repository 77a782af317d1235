package org.stowage.conformance;

/**
 * How far a run of the kit has come.
 *
 * @param done how many tests are over
 * @param all how many there are
 * @param failed how many of those that are over failed
 */
public record RunProgress(int done, int all, int failed) {}
