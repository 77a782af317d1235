package org.stowage.conformance.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.stowage.spi.Store;

/** Kills a writing process again and again, and checks after each time that nothing acknowledged is missing and nothing is there in part. */
final class CrashTrial {

    /** A process may be killed in its first commits or in the midst of a long run. */
    private static final int MOST_ACKNOWLEDGEMENTS = 120;

    private static final int LONGEST_DELAY_MICROS = 3_000;

    private final SharedHarness harness;
    private final Path folder;
    private final RandomGenerator random;

    private final Findings findings = new Findings();

    CrashTrial(SharedHarness harness, Path folder, RandomGenerator random) {
        this.harness = harness;
        this.folder = folder;
        this.random = random;
    }

    CrashReport run(int times) throws IOException, InterruptedException {
        long last = 0;
        // A store that holds a part of a transaction can follow the script no further.
        for (int round = 0; round < times && findings.whole(); round++) {
            long ledger = Math.max(last, writeUntilKilled());
            findings.acknowledged(ledger - last);
            last = check(ledger);
        }
        return findings.report();
    }

    /** Returns the last transaction that was acknowledged, or 0 if none was. */
    private long writeUntilKilled() throws IOException, InterruptedException {
        Process process = start();
        long ledger = 0;
        try (BufferedReader acknowledgements =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            int patience = 1 + random.nextInt(MOST_ACKNOWLEDGEMENTS);
            String line = null;
            for (int i = 0; i < patience && (line = acknowledgements.readLine()) != null; i++) {
                ledger = Long.parseLong(line);
            }
            if (patience > 0 && line == null) {
                throw new IllegalStateException(
                        "the writer ended by itself with exit code " + process.waitFor() + ", see its output above");
            }
            waitABit();
            // Not Process.destroyForcibly: it closes the pipe, and the acknowledgements in it would be lost.
            process.toHandle().destroyForcibly();
            process.waitFor();
            while ((line = acknowledgements.readLine()) != null) {
                ledger = numberOr(ledger, line);
            }
        }
        return ledger;
    }

    /** The last line may have been cut off by the kill; then it is the beginning of the next number, and acknowledges nothing. */
    private static long numberOr(long ledger, String line) {
        return line.equals(Long.toString(ledger + 1)) ? ledger + 1 : ledger;
    }

    private void waitABit() {
        long end = System.nanoTime() + random.nextInt(LONGEST_DELAY_MICROS) * 1_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(harness.command(CrashWriter.class, folder))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Returns the last transaction that the store holds. */
    private long check(long ledger) {
        try (Store store = harness.here().open(folder)) {
            return findings.check(store, ledger, ledger + 1);
        }
    }
}
