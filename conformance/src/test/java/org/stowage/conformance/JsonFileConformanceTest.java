package org.stowage.conformance;

class JsonFileConformanceTest extends ProviderConformance {

    JsonFileConformanceTest() {
        super(new Harnesses.JsonFile());
    }
}
