package org.stowage.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.certificate.ConformanceKit;
import org.stowage.certificate.KitRequest;
import org.stowage.conformance.crash.SharedHarness;

/** The kit for the command line. */
public final class InstalledKit implements ConformanceKit {

    /** Creates it, as a service is created. */
    public InstalledKit() {}

    @Override
    public Findings test(KitRequest request, Watcher watcher) throws IOException {
        Level level = level(request.level());
        OptOuts.of(request.optOuts());
        Duration limit = Objects.requireNonNullElse(request.timeLimit(), ConformanceRun.TIME_LIMIT);
        Path folder = Files.createTempDirectory("stowage-conform");
        try {
            FoundHarness found = Acquaintance.with(request, folder, limit);
            Path elsewhere = Files.createTempFile(folder, "found", ".properties");
            found.write(elsewhere, request);
            ConformanceRun run = ConformanceRun.of(new SharedHarness(
                            found,
                            FoundHarness.class.getName(),
                            List.of("-D" + FoundHarness.FILE + "=" + elsewhere, "-cp", request.classPath())))
                    .level(level)
                    .timeLimit(limit)
                    .onProgress(progress -> watcher.reached(progress.done(), progress.all()));
            if (request.seed() != null) {
                run.seed(request.seed());
            }
            request.optOuts().forEach(run::leaveOut);
            return run.run();
        } finally {
            delete(folder);
        }
    }

    private static Level level(@Nullable String name) {
        List<String> names = Stream.of(Level.values()).map(Level::toString).toList();
        String wanted = Objects.requireNonNullElse(name, Level.FULL.toString());
        return Stream.of(Level.values())
                .filter(level -> level.toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no level '" + wanted + "'; there are '" + String.join("' and '", names) + "'"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                each.toFile().delete();
            }
        } catch (UncheckedIOException e) {
            // A provider that hangs may still make files and end them; the system's own folder for such things is
            // cleared some day.
        }
    }
}
