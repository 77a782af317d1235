package org.stowage.conformance.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.Store;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.StoreException;

/**
 * A process in whose main thread every so many calls of one kind fail. It runs a script again and again, so that the failure comes at its
 * first call, its second, and so on until the script has no more; after each failure it goes on as an application would, and looks at
 * what a kill just then would have left.
 *
 * <p>Where the next failure stands is known by making calls on another file until one fails.
 */
public final class FailingWriter {

    /** From here on a script that still meets failures is taken as it is: they may be the provider's own. */
    private static final int LONGEST_PERIOD = 10_000;

    /** How often a script tries again: one failure can be met by an operation, by the next one, and when the store is opened again. */
    private static final int MOST_ATTEMPTS = 10;

    /** What it says instead of a result if calls fail so often that one script could meet two failures. */
    static final String TOO_OFTEN = "too often";

    private final ProviderHarness harness;
    private final Path folder;
    private final FailingCall call;
    private final int period;
    private final int transactions;
    private final Path file;
    private final RandomAccessFile open;
    private final Findings findings = new Findings();
    private int failures;
    private int attempts;
    private long acknowledged;
    private long possible;

    private FailingWriter(ProviderHarness harness, Path folder, FailingCall call, int period, int transactions)
            throws IOException {
        this.harness = harness;
        this.folder = folder;
        this.call = call;
        this.period = period;
        this.transactions = transactions;
        this.file = folder.resolve("another");
        this.open = new RandomAccessFile(file.toFile(), "rw");
    }

    /**
     * Lets every call of a kind fail once.
     *
     * @param arguments the class name of the harness, a folder, the kind of call, how many of them it takes from one failure to the
     *     next after the first, and how many transactions the script has
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        ProviderHarness harness = SharedHarness.made(arguments[0]);
        FailingWriter writer = new FailingWriter(
                harness,
                Path.of(arguments[1]),
                FailingCall.valueOf(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
        new PrintStream(System.out, true, StandardCharsets.US_ASCII).println(writer.run());
    }

    /** Returns which call is the first to fail: many are made while classes are loaded. */
    static int firstFailure(int period) {
        return 1_000 + 3 * period;
    }

    private String run() throws IOException {
        if (!canTellFailuresApart()) {
            return TOO_OFTEN;
        }
        failEachCall();
        CrashReport report = findings.report();
        return failures + " " + report.acknowledged() + " " + report.lost() + " " + report.partial();
    }

    /** Runs the script once so that classes and libraries are there, and once to know how many calls it makes. */
    private boolean canTellFailuresApart() throws IOException {
        try {
            script(folder.resolve("first"));
            callUntilItFails();
            script(folder.resolve("second"));
        } catch (StoreException e) {
            if (period > LONGEST_PERIOD) {
                throw e;
            }
            return false;
        }
        int calls = period - callUntilItFails();
        return period > LONGEST_PERIOD || (attempts == 0 && calls <= period / 3);
    }

    private void failEachCall() throws IOException {
        for (int failing = 1; ; failing++) {
            for (int i = failing; i < period; i++) {
                call.make(file, open);
            }
            script(folder.resolve("run-" + failing));
            // Few of its own were left: the script has ended before its call with that number.
            if (callUntilItFails() <= failing) {
                return;
            }
            failures++;
        }
    }

    private int callUntilItFails() {
        for (int calls = 1; calls <= firstFailure(period); calls++) {
            try {
                call.make(file, open);
            } catch (IOException e) {
                return calls;
            }
        }
        throw new IllegalStateException("no call of '" + call.text() + "' fails");
    }

    private void script(Path place) throws IOException {
        Files.createDirectory(place);
        acknowledged = 0;
        possible = 0;
        attempts = 0;
        while (acknowledged < transactions) {
            Store store = opened(place);
            try {
                acknowledged = look(store, possible);
                possible = acknowledged;
                CrashScript.prepare(store);
                // An application reads as well, and what it reads with stays open.
                look(store, possible);
                while (acknowledged < transactions) {
                    commitOrTryAgain(store, place);
                }
            } catch (StoreException e) {
                requireFewAttempts(e);
                lookAtWhatAKillWouldLeave(place);
            } finally {
                close(store);
            }
        }
        findings.acknowledged(acknowledged);
        Store store = opened(place);
        try {
            look(store, acknowledged);
        } finally {
            close(store);
        }
        delete(place);
    }

    private void requireFewAttempts(StoreException failure) {
        attempts++;
        if (attempts > MOST_ATTEMPTS) {
            throw failure;
        }
    }

    // The failure comes once, so the same transaction goes through the second time, here or in a store that is opened
    // anew.
    private void commitOrTryAgain(Store store, Path place) throws IOException {
        try {
            commit(store);
        } catch (CommitUnknownException e) {
            throw e;
        } catch (StoreException e) {
            requireFewAttempts(e);
            lookAtWhatAKillWouldLeave(place);
            commit(store);
        }
    }

    private void commit(Store store) {
        try {
            CrashScript.run(store, acknowledged + 1);
            acknowledged++;
            possible = acknowledged;
        } catch (CommitUnknownException e) {
            possible = acknowledged + 1;
            throw e;
        }
    }

    private void lookAtWhatAKillWouldLeave(Path place) throws IOException {
        Path copy = place.resolveSibling(place.getFileName() + "-killed");
        try (Stream<Path> paths = Files.walk(place)) {
            paths.forEach(path -> copy(path, copy.resolve(place.relativize(path).toString())));
        }
        try (Store store = opened(copy)) {
            look(store, possible);
        }
        delete(copy);
    }

    private static void delete(Path place) throws IOException {
        try {
            ReplayTrial.delete(place);
        } catch (UncheckedIOException e) {
            ReplayTrial.delete(place);
        }
    }

    private long look(Store store, long most) {
        return tryTwice(() -> findings.check(store, acknowledged, most));
    }

    private Store opened(Path place) {
        return tryTwice(() -> harness.open(place));
    }

    private <T> T tryTwice(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (StoreException e) {
            requireFewAttempts(e);
            return operation.get();
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectory(to);
            } else {
                Files.write(to, Files.readAllBytes(from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Store store) {
        try {
            store.close();
        } catch (StoreException e) {
            // What was acknowledged is there all the same, as the next look sees.
        }
    }
}
