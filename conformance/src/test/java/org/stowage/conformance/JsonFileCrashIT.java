package org.stowage.conformance;

class JsonFileCrashIT extends CrashConformance {

    JsonFileCrashIT() {
        super(Harnesses.JsonFile.class);
    }
}
