package org.stowage.conformance;

/** Where the random choices of a test begin. */
final class Seeds {

    /** The seed of {@code -Dstowage.seed}, or one of this process. */
    static final long OF_PROCESS = Long.getLong("stowage.seed", System.nanoTime());

    private Seeds() {}

    /** Returns the seed of the process, and prints how to repeat the test. */
    static long choose(String test) {
        return choose(OF_PROCESS, test);
    }

    /** Returns the seed of the run, or that of the process if a test runs by itself, and prints how to repeat it. */
    static long choose(ProviderHarness harness, String test) {
        return choose(harness instanceof RunHarness run ? run.seed() : OF_PROCESS, test);
    }

    private static long choose(long seed, String test) {
        KitOutput.say(test + ": repeat with -Dstowage.seed=" + seed);
        return seed;
    }
}
