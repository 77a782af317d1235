package org.stowage.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What people download: the distribution in a {@code tar.gz} and in a {@code zip}. */
@EnabledIfSystemProperty(named = "stowage.archives", matches = ".+", disabledReason = "a fast build makes none")
class ArchivesIT {

    private static final Path DISTRIBUTION = Path.of("../target/stowage");
    /** After so long the launcher rehearses no further command. */
    private static final long REHEARSAL_NANOS = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path folder;

    @Test
    void theZipHasOneFolderWithTheFilesOfTheDistributionAndNoTimesOfTheBuild() throws IOException {
        String top = Path.of(System.getProperty("stowage.archives")).getFileName() + "/";
        Map<String, Long> checksums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(System.getProperty("stowage.archives") + ".zip")) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            assertThat(entries).allSatisfy(entry -> {
                assertThat(entry.getName()).startsWith(top);
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2026, 1, 1, 0, 0));
            });
            entries.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> checksums.put(entry.getName().substring(top.length()), entry.getCrc()));
        }
        assertThat(checksums).isEqualTo(checksums(DISTRIBUTION));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it starts a POSIX shell")
    void theTarHasTheSameAndRunsWhereItIsUnpackedAndLeavesItsArchiveOfClassesThere() throws Exception {
        Path place = Files.createDirectories(folder.resolve("a place with blanks"));
        run(place, "tar", "-xzf", archive(".tar.gz").toString());
        Path unpacked = place.resolve(archive("").getFileName());
        assertThat(checksums(unpacked)).isEqualTo(checksums(DISTRIBUTION));

        String stowage = unpacked.resolve("bin/stowage").toString();
        String first = firstStart(place, unpacked);
        assertThat(first).contains("json-file,", "memory,", "sqlite,", unpacked.toRealPath() + "/providers/");
        // The first start has written the archive of classes, with those that other commands need.
        assertThat(run(place, "env", "STOWAGE_JAVA_OPTIONS=-Xlog:class+load:file=loaded.txt", stowage, "doctor"))
                .containsPattern("class archive: .*/a place with blanks/.*/lib/stowage-java\\d+\\.jsa \\(\\d+ MB\\)\n")
                .endsWith("all is well\n");
        assertThat(place.resolve("loaded.txt"))
                .content()
                .contains("org.stowage.sqlite.SqliteStore source: shared objects file");
        assertThat(unpacked.resolve("lib")).isDirectoryContaining("glob:**/sqlite-*.library");
    }

    /** Starts it as if for the first time, until that is so quick that no command was left out of the archive for lack of time. */
    private String firstStart(Path place, Path unpacked) throws IOException, InterruptedException {
        while (true) {
            long start = System.nanoTime();
            String printed = run(place, unpacked.resolve("bin/stowage").toString(), "providers", "--format", "csv");
            if (System.nanoTime() - start < REHEARSAL_NANOS) {
                return printed;
            }
            try (DirectoryStream<Path> archives = Files.newDirectoryStream(unpacked.resolve("lib"), "*.jsa")) {
                for (Path archive : archives) {
                    Files.delete(archive);
                }
            }
        }
    }

    private static Path archive(String suffix) {
        return Path.of(System.getProperty("stowage.archives") + suffix)
                .toAbsolutePath()
                .normalize();
    }

    /** Returns the checksum of each file by its name, without what a start of it leaves behind. */
    private static Map<String, Long> checksums(Path root) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(jsa|library)"))
                    .toList()) {
                CRC32 checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                checksums.put(root.relativize(file).toString().replace('\\', '/'), checksum.getValue());
            }
        }
        return checksums;
    }

    private String run(Path place, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = PlainProcess.of(new ProcessBuilder(command))
                .directory(place.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(PlainProcess.ends(process)).as(String.join(" ", command)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        assertThat(errors).isEmptyFile();
        return Files.readString(output);
    }
}
