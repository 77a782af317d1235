package org.stowage.conformance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.sequence.QueryTrial;
import org.stowage.conformance.sequence.SequenceTrial;
import org.stowage.conformance.sequence.Trials;

/** Everything at once: whatever is done to a store and asked of it, in whichever way, it answers as the model does. */
@Tag("random")
abstract class RandomSequencesTopic extends Topic {

    private static final long SEQUENCES = TrialSize.SEQUENCES.size();
    private static final long QUERIES = TrialSize.QUERIES.size();

    RandomSequencesTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves(Rule.PUSH_DOWN)
    void answersAsTheModelDoesWhateverIsDone() {
        String provider = harness().provider().info().name();
        long first = Seeds.choose(
                harness(),
                provider + ", " + SEQUENCES
                        + " random sequences, some also with other pages, indexes, batches and flushes");
        Trials.run(() -> new SequenceTrial(harness(), folder()), first, SEQUENCES)
                .ifPresent(failure -> {
                    throw new FailingCaseError(
                            provider + " does not answer as the model does; repeat with -Dstowage.seed="
                                    + failure.seed() + " -Dstowage.sequences=1",
                            failure);
                });
    }

    @Test
    @Proves({Rule.PUSH_DOWN, Rule.THREE_VALUES})
    void answersEveryQueryAsTheModelDoesWholeAndInParts() {
        String provider = harness().provider().info().name();
        long first = Seeds.choose(
                harness(),
                provider + ", " + QUERIES + " random queries, each with push-down and without, and in its parts");
        long seeds = Math.ceilDiv(QUERIES, (long) QueryTrial.QUERIES);
        Trials.run(() -> new QueryTrial(harness(), folder()), first, seeds).ifPresent(failure -> {
            throw new FailingCaseError(
                    provider + " does not answer as the model does; repeat with -Dstowage.seed=" + failure.seed()
                            + " -Dstowage.queries=1",
                    failure);
        });
    }
}
