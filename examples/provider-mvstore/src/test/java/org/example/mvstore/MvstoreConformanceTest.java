package org.example.mvstore;

import org.stowage.conformance.ProviderConformance;

/** The whole contract. */
class MvstoreConformanceTest extends ProviderConformance {

    MvstoreConformanceTest() {
        super(new MvstoreHarness());
    }
}
