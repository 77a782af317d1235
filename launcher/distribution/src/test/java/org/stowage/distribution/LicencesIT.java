package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the distribution says about the licences of what it bundles. */
class LicencesIT {

    private static final Path DISTRIBUTION = Path.of("../target/stowage");
    private static final Path LICENCES = DISTRIBUTION.resolve("licences");
    private static final String LIST = "THIRD-PARTY.md";

    /** Name, version, licences and home, with at least one licence and a home. */
    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\S+) \\| (\\S+) \\| (\\[[^|]+\\.txt\\)) \\| <https://[^|>]+> \\|$", Pattern.MULTILINE);

    private static final Pattern TEXT = Pattern.compile("\\]\\(([^)]+)\\)");

    private final String list = MarkdownBlocks.read(LICENCES.resolve(LIST));

    @Test
    void everyBundledJarIsInTheListWithItsVersionAndNothingElseIs() throws IOException {
        Set<String> listed = found(ROW)
                .map(row -> row.group(1) + "-" + row.group(2) + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed)
                .as("licences/%s, which names each JAR with its version, licence and home", LIST)
                .isEqualTo(bundled());
        assertThat(found(ROW)).as("each once").hasSameSizeAs(listed);
    }

    @Test
    void theTextOfEachLicenceIsThereAndNoOther() throws IOException {
        Set<String> named = found(TEXT).map(link -> link.group(1)).collect(Collectors.toCollection(TreeSet::new));
        named.add(LIST);
        try (Stream<Path> files = Files.list(LICENCES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(DISTRIBUTION.resolve("LICENSE")).hasSameTextualContentAs(LICENCES.resolve("Apache-2.0.txt"));
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(list).results();
    }

    private static Set<String> bundled() throws IOException {
        try (Stream<Path> files = Files.walk(DISTRIBUTION)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("stowage-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
