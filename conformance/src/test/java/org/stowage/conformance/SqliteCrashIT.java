package org.stowage.conformance;

class SqliteCrashIT extends CrashConformance {

    SqliteCrashIT() {
        super(Harnesses.Sqlite.class);
    }
}
