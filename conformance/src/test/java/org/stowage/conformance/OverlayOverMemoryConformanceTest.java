package org.stowage.conformance;

class OverlayOverMemoryConformanceTest extends ProviderConformance {

    OverlayOverMemoryConformanceTest() {
        super(new OverlayHarness(new OverlaidProvider.OverMemory(), new Harnesses.Memory()));
    }
}
