package org.stowage.conformance.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a {@link FailingWriter} for each kind of call and error. */
final class FailureTrial {

    private static final String FAILS = "EIO";
    private static final String FULL = "ENOSPC";

    private record Case(FailingCall call, String error) {}

    private static final List<Case> CASES = List.of(
            new Case(FailingCall.PWRITE64, FAILS),
            new Case(FailingCall.PWRITE64, FULL),
            new Case(FailingCall.WRITE, FAILS),
            new Case(FailingCall.WRITE, FULL),
            new Case(FailingCall.FSYNC, FAILS),
            new Case(FailingCall.FTRUNCATE, FAILS),
            new Case(FailingCall.PREAD64, FAILS),
            new Case(FailingCall.UNLINK, FAILS));

    private final SharedHarness harness;
    private final Path folder;
    private final int transactions;

    FailureTrial(SharedHarness harness, Path folder, int transactions) {
        this.harness = harness;
        this.folder = folder;
        this.transactions = transactions;
    }

    FailureReport run() throws IOException, InterruptedException {
        FailureReport report = new FailureReport(0, 0, 0, 0);
        for (Case each : CASES) {
            report = report.plus(run(each));
        }
        return report;
    }

    private FailureReport run(Case each) throws IOException, InterruptedException {
        for (int period = 100 + 50 * transactions; ; period *= 2) {
            String result = run(each, period);
            if (!result.equals(FailingWriter.TOO_OFTEN)) {
                return report(result);
            }
        }
    }

    private static FailureReport report(String result) {
        String[] numbers = result.split(" ", -1);
        return new FailureReport(
                Integer.parseInt(numbers[0]),
                Long.parseLong(numbers[1]),
                Integer.parseInt(numbers[2]),
                Integer.parseInt(numbers[3]));
    }

    /** Returns the last line of what the writer says. */
    private String run(Case each, int period) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(folder, each.call.text());
        List<String> command = harness.command(
                FailingWriter.class, place, each.call.name(), Integer.toString(period), Integer.toString(transactions));
        Process process = new ProcessBuilder(
                        Strace.failing(command, each.call, each.error, FailingWriter.firstFailure(period), period))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String last = "";
        try (var lines = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("with a failing '" + each.call.text() + "' (" + each.error
                    + ") the writer ended with exit code " + process.exitValue() + ", see its output above");
        }
        ReplayTrial.delete(place);
        return last;
    }
}
