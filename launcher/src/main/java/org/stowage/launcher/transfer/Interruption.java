package org.stowage.launcher.transfer;

import org.stowage.launcher.FailureException;

/** Ends long work between two steps when somebody wants the launcher to stop. */
final class Interruption {

    private Interruption() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new FailureException("stopped; nothing was changed");
        }
    }
}
