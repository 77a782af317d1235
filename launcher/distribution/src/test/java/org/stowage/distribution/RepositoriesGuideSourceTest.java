package org.stowage.distribution;

import org.junit.jupiter.api.Test;

class RepositoriesGuideSourceTest {

    /** The code is run on every provider there. */
    @Test
    void docsRepositoriesShowsCodeThatIsTested() {
        GuideSources.contain(
                "repositories.md",
                GuideSources.ROOT.resolve(
                        "repository-tests/src/test/java/org/stowage/suite/RepositoriesGuideTest.java"));
    }
}
