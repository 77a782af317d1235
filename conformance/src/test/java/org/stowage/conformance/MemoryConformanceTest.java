package org.stowage.conformance;

class MemoryConformanceTest extends ProviderConformance {

    MemoryConformanceTest() {
        super(new Harnesses.Memory());
    }
}
