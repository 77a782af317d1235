package org.stowage.conformance;

class SqliteConformanceTest extends ProviderConformance {

    SqliteConformanceTest() {
        super(new Harnesses.Sqlite());
    }
}
