package org.stowage.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stowage.Stowage;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.PersistenceProvider;

/**
 * Nothing that was released is broken, except what {@code docs/compatibility.md} lists with a reason. The JARs of the last release are in
 * the folder that {@code stowage.api.baseline} names; {@code ./verify} builds them from its tag. Before the first release there is none.
 */
class ReleaseCompatibilityIT {

    private static final @Nullable String BASELINE = System.getProperty("stowage.api.baseline");
    private static final Path PROMISE = Path.of("../../docs/compatibility.md");
    private static final Pattern INTENDED = Pattern.compile("^- `([^`]+: [A-Z_]+)`: \\S.*$", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> keepsWhatWasReleased() {
        return BASELINE == null
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest("since " + BASELINE, ReleaseCompatibilityIT::compare));
    }

    private static void compare() throws IOException, URISyntaxException {
        Set<String> breaks = new TreeSet<>();
        for (Class<?> type : List.of(PersistenceProvider.class, StoreLayer.class, Stowage.class)) {
            Path now = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            breaks.addAll(ApiBreaks.between(released(now), now));
        }
        Set<String> intended = INTENDED.matcher(Files.readString(PROMISE))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(breaks)
                .as(
                        "breaks since the release in %s; mend each, or list it with its reason in docs/compatibility.md as - `BREAK`: REASON",
                        BASELINE)
                .isEqualTo(intended);
    }

    /** Returns the JAR of the same module, whose version is another. */
    private static Path released(Path now) throws IOException {
        String module = now.getFileName().toString().replaceFirst("-\\d.*", "");
        try (Stream<Path> jars = Files.list(Path.of(String.valueOf(BASELINE)))) {
            return jars.filter(jar -> jar.getFileName().toString().matches(Pattern.quote(module) + "-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + module + " in " + BASELINE));
        }
    }
}
