package org.stowage.conformance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.stowage.spi.Store;
import org.stowage.spi.error.StoreException;

/**
 * Watches a process that writes, does again what it did up to some moment, and looks at what a loss of power then could leave. Nothing is
 * assumed about how a provider writes: the calls to the system are what counts.
 */
final class ReplayTrial {

    /** How many commits the store is opened for, each time; the long one fills SQLite's log up to its first checkpoint. */
    private static final int[] SHORT_AND_LONG = {1, 3, 12, 25, 40, 260};

    private static final int CUTS_PER_RUN = 2_000;

    private final SharedHarness harness;
    private final Path folder;
    private final RandomGenerator random;
    private final Medium.Deafness deafness;

    private int cuts;
    private long commits;
    private final Findings findings = new Findings();
    private int corrupt;
    private String complaint = "";

    ReplayTrial(SharedHarness harness, Path folder, RandomGenerator random, Medium.Deafness deafness)
            throws IOException {
        this.harness = harness;
        this.folder = folder.toRealPath();
        this.random = random;
        this.deafness = deafness;
    }

    PowerCutReport run(int times) throws IOException, InterruptedException {
        while (cuts < times) {
            cut(watch(), Math.min(CUTS_PER_RUN, times - cuts));
        }
        CrashReport found = findings.report();
        return new PowerCutReport(cuts, commits, found.lost(), corrupt, found.partial(), complaint);
    }

    private List<FileOperation> watch() throws IOException, InterruptedException {
        Path written = Files.createTempDirectory(folder, "written");
        Path trace = folder.resolve("trace");
        Process process = new ProcessBuilder(
                        Strace.watching(harness.command(CrashWriter.class, written, sessions()), trace))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "the writer did not end well: " + Files.readString(folder.resolve("errors")));
        }
        List<FileOperation> operations = Trace.read(trace, written);
        delete(written);
        Files.delete(trace);
        return operations;
    }

    private String[] sessions() {
        List<String> sessions = new ArrayList<>();
        for (int longest : SHORT_AND_LONG) {
            sessions.add(Integer.toString(longest < 100 ? 1 + random.nextInt(longest) : longest));
        }
        Collections.shuffle(sessions, Random.from(random));
        return sessions.toArray(String[]::new);
    }

    private void cut(List<FileOperation> operations, int times) throws IOException {
        int[] places = random.ints(times, 0, operations.size()).sorted().toArray();
        Medium medium = new Medium(deafness);
        int next = 0;
        long ledger = 0;
        for (int place = 0; place < operations.size(); place++) {
            FileOperation operation = operations.get(place);
            medium.apply(place, operation);
            if (operation instanceof FileOperation.Acknowledged acknowledged) {
                ledger = acknowledged.number();
                commits++;
            }
            for (; next < places.length && places[next] == place; next++) {
                check(medium, ledger);
            }
        }
    }

    private void check(Medium medium, long ledger) throws IOException {
        cuts++;
        Path found = Files.createTempDirectory(folder, "found");
        medium.afterPowerCut(found, random);
        try (Store store = harness.here().open(found)) {
            findings.check(store, ledger, ledger + 1);
        } catch (StoreException e) {
            corrupt++;
            complaint = complaint.isEmpty() ? e.toString() : complaint;
        }
        delete(found);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
