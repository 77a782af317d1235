package org.stowage.conformance;

class OverlayOverFilledSqliteConformanceTest extends ProviderConformance {

    OverlayOverFilledSqliteConformanceTest() {
        super(new OverlayHarness(new OverlaidProvider.OverFilledSqlite(), new Harnesses.Sqlite()));
    }
}
