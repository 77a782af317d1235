package org.stowage.conformance;

/** Where the random choices of a test begin. */
final class Seeds {

    private Seeds() {}

    /** Returns the seed of {@code -Dstowage.seed}, or a new one, and prints how to repeat the run. */
    static long choose(String test) {
        long seed = Long.getLong("stowage.seed", System.nanoTime());
        System.out.println(test + ": repeat with -Dstowage.seed=" + seed);
        return seed;
    }
}
