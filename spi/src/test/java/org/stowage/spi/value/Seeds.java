package org.stowage.spi.value;

import java.util.Random;

/** Randomness that can be repeated: {@code -Dstowage.seed=…} takes the place of the printed seed. */
final class Seeds {

    private Seeds() {}

    static Random random(String test) {
        long seed = Long.getLong("stowage.seed", System.nanoTime());
        System.out.println(test + ": repeat with -Dstowage.seed=" + seed);
        return new Random(seed);
    }
}
