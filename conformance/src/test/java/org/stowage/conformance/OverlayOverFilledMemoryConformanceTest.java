package org.stowage.conformance;

class OverlayOverFilledMemoryConformanceTest extends ProviderConformance {

    OverlayOverFilledMemoryConformanceTest() {
        super(new OverlayHarness(new OverlaidProvider.OverFilledMemory(), new Harnesses.Memory()));
    }
}
