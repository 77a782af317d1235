package org.stowage.launcher.command;

import org.jspecify.annotations.Nullable;
import org.stowage.Stowage;
import org.stowage.StowageBuilder;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Surroundings;
import org.stowage.launcher.output.SafeText;
import org.stowage.layers.verify.Share;
import org.stowage.layers.verify.Verification;
import org.stowage.layers.verify.WrongAnswer;

/** The comparison of answers that {@code --verify} asks for, over all stores of one command. */
public final class Comparing {

    private final Surroundings surroundings;
    private final GlobalOptions global;
    private @Nullable Verification verification;

    Comparing(Surroundings surroundings, GlobalOptions global) {
        this.surroundings = surroundings;
        this.global = global;
    }

    StowageBuilder builder() {
        Share share = global.verify();
        if (share == null) {
            return Stowage.builder();
        }
        if (verification == null) {
            verification = Verification.of(share).reportingTo(this::report);
        }
        return Stowage.builder().verify(verification);
    }

    private void report(WrongAnswer answer) {
        answer.toString().lines().forEach(line -> surroundings.errors().println(SafeText.of(line)));
    }

    void finish() {
        if (verification != null && verification.wrong() > 0) {
            throw new FailureException(verification.wrong() + " of " + verification.verified()
                    + " answers that were compared are wrong, as reported above; report that to the author of the provider, and until it is mended "
                    + "use the store with --set push-down=false");
        }
    }
}
