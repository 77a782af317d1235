package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.stowage.spi.Store;

/** Runs a script and notes what was acknowledged. */
final class Ledger {

    private final Script script;
    // The states after each commit since the last check, the first one that of the check.
    private final List<Script.State> states = new ArrayList<>(List.of(Script.State.EMPTY));
    private int acknowledged;

    Ledger(RandomGenerator random) {
        script = new Script(random);
    }

    /** Makes a commit; when it throws, it is noted as begun. */
    void commit(Store store) {
        Script.Step step = script.next(states.get(acknowledged));
        while (states.size() > acknowledged + 1) {
            states.remove(states.size() - 1);
        }
        states.add(step.after());
        step.run(store);
        acknowledged++;
    }

    /** Notes that the commit that was begun is certainly not there. */
    void notThere() {
        while (states.size() > acknowledged + 1) {
            states.remove(states.size() - 1);
        }
    }

    Script.State acknowledged() {
        return states.get(acknowledged);
    }

    /** What a store holds, beside what it acknowledged. */
    enum Verdict {
        /** Every acknowledged commit, and perhaps, whole, the one that was begun. */
        HOLDS,
        /** A beginning of the acknowledged commits. */
        LOST,
        /** What no number of whole commits leaves. */
        PARTIAL
    }

    /** Judges what was found, and goes on from there. */
    Verdict judge(Script.State found) {
        int at = states.lastIndexOf(found);
        Verdict verdict = at < 0 ? Verdict.PARTIAL : at < acknowledged ? Verdict.LOST : Verdict.HOLDS;
        states.clear();
        states.add(found);
        acknowledged = 0;
        return verdict;
    }

    /** Checks that what was found holds every acknowledged commit, and goes on from there. */
    void check(Script.State found) {
        assertThat(states.subList(acknowledged, states.size())).contains(found);
        judge(found);
    }
}
