package org.stowage.benchmarks.run;

/**
 * How fast somebody is to be.
 *
 * @param who is to be so fast
 * @param than whom
 * @param atLeast how many times as fast
 */
public record Target(String who, String than, double atLeast) {}
