package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.sequence.PlanTrial;

/** What a provider does itself, and that its abilities are those which it is said to have: what is missing is a fault, and what is too much. */
abstract class PushDownTopic extends Topic {

    private static final int PLANS = 500;

    PushDownTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves({Rule.CLAIMS, Rule.PUSH_DOWN})
    void hasExactlyTheAbilitiesThatItIsSaidToHave() {
        assertThat(ObservedAbilities.of(open()))
                .as("abilities of the provider, against those that its harness tells")
                .isEqualTo(harness().abilities());
    }

    @Test
    @Tag("random")
    @Proves(Rule.PUSH_DOWN)
    void explainsWhatItThenDoes() throws IOException {
        String provider = harness().provider().info().name();
        long seed = Seeds.choose(harness(), provider + ", plans of " + PLANS + " random queries");
        PlanTrial.Result result = PlanTrial.run(harness(), Files.createTempDirectory(folder(), "plans"), PLANS, seed);

        KitOutput.say(provider + ", " + harness().abilities() + ", " + result);
        assertThat(result.different())
                .as("plans that are not what the scan then does")
                .isEmpty();
    }
}
