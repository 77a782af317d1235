package org.example.mvstore;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.ConformanceResult;
import org.stowage.conformance.ConformanceRun;

/** The whole contract, with killed processes and losses of power. What has passed is certified before it is packed. */
class MvstoreConformanceTest {

    @Test
    void keepsTheContract() throws IOException {
        ConformanceResult result =
                ConformanceRun.of(new MvstoreHarness()).run().requirePassed();
        System.out.println(result.summary());
        result.certify(Path.of("target", "classes"));
    }
}
