package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Power cuts at random moments of random scripts; {@code -Dstowage.power-cuts=…} sets how many. */
class PowerCutTest {

    private static final long SEED = Long.getLong("stowage.seed", System.nanoTime());
    private static final int CUTS = Integer.getInteger("stowage.power-cuts", 1000);

    @BeforeAll
    static void silence() {
        System.out.println("json-file, power cuts: repeat with -Dstowage.seed=" + SEED);
        Silence.warnings();
    }

    @Test
    void losesNoAcknowledgedCommitAndKeepsNoHalfOne() {
        PowerCutTrial trial = new PowerCutTrial(Folder.Writing.THROUGH, SimulatedFolder::new);
        trial.run(CUTS, SEED);

        System.out.println("figure: power-cuts json-file: " + trial);
        assertThat(trial.lost() + trial.corrupt() + trial.partial())
                .as(trial::complaint)
                .isZero();
    }

    @Test
    void keepsOrderAndWholenessOfRelaxedCommits() {
        PowerCutTrial trial = new PowerCutTrial(Folder.Writing.BUFFERED, SimulatedFolder::new);
        trial.run(CUTS / 2, SEED);

        System.out.println("relaxed json-file: " + trial);
        assertThat(trial.corrupt() + trial.partial()).as(trial::complaint).isZero();
        assertThat(trial.lost())
                .as("what was not synced is lost, or the trial cuts nothing")
                .isPositive();
    }

    @Test
    void noticesFilesThatAreNotSynced() {
        PowerCutTrial trial =
                new PowerCutTrial(Folder.Writing.THROUGH, () -> new SimulatedFolder().dropping(true, false));
        trial.run(40, SEED);

        assertThat(trial.lost() + trial.corrupt() + trial.partial()).isPositive();
    }

    @Test
    void noticesAFolderThatIsNotSynced() {
        PowerCutTrial trial =
                new PowerCutTrial(Folder.Writing.THROUGH, () -> new SimulatedFolder().dropping(false, true));
        trial.run(40, SEED);

        assertThat(trial.lost() + trial.corrupt() + trial.partial()).isPositive();
    }
}
