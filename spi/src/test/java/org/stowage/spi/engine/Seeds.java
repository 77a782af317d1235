package org.stowage.spi.engine;

import java.util.Random;

/** Where random tests get their seed: the property {@code stowage.seed}, or a new one, which is printed. */
final class Seeds {

    private Seeds() {}

    static Random random(String test) {
        long seed = Long.getLong("stowage.seed", System.nanoTime());
        System.out.println(test + " -Dstowage.seed=" + seed);
        return new Random(seed);
    }
}
