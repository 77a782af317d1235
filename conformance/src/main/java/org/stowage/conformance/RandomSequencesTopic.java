package org.stowage.conformance;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.stowage.conformance.sequence.SequenceTrial;

/** Everything at once: whatever is done to a store, it answers as the model does, with and without push-down. */
abstract class RandomSequencesTopic extends Topic {

    private static final int SEQUENCES = Integer.getInteger("stowage.sequences", 40);

    RandomSequencesTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves(Rule.PUSH_DOWN)
    void answersAsTheModelDoesWhateverIsDone() {
        SequenceTrial trial = new SequenceTrial(harness(), folder());
        String provider = harness().provider().info().name();
        long first = Seeds.choose(provider + ", " + SEQUENCES + " random sequences");
        for (long seed = first; seed < first + SEQUENCES; seed++) {
            String repeat = "-Dstowage.seed=" + seed + " -Dstowage.sequences=1";
            trial.difference(seed)
                    .ifPresent(
                            difference -> fail("'%s' does not answer as the semantic contract says; repeat with %s%n%s"
                                    .formatted(provider, repeat, difference)));
        }
    }
}
