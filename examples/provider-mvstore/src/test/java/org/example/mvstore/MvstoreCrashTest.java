package org.example.mvstore;

import org.stowage.conformance.CrashConformance;

/** Killed processes, losses of power, and a medium that fails. */
class MvstoreCrashTest extends CrashConformance {

    MvstoreCrashTest() {
        super(MvstoreHarness.class);
    }
}
