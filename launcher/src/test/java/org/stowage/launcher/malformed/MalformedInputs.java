package org.stowage.launcher.malformed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.UsageException;
import org.stowage.query.JdqlException;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.error.StoreException;

/**
 * A process with little memory that reads damaged and hostile inputs: of each, an error that says what is wrong, or the right answer. Its
 * exit code is 0 if it was always so.
 */
public final class MalformedInputs {

    private static final int LONGEST_SECONDS = 30;
    private static final int SHOWN_BYTES = 3_000;

    private final Kind kind;
    private long refused;
    private long right;
    private volatile int number;
    private volatile byte @Nullable [] current;

    private MalformedInputs(Kind kind) {
        this.kind = kind;
    }

    /** Reads as many inputs of each kind as the first argument says, from the seed that is the second, in the folder that is the third. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        boolean sound = true;
        for (Kind kind : kinds(Path.of(arguments[2]))) {
            if (arguments.length < 4 || kind.name().matches(arguments[3])) {
                sound &= new MalformedInputs(kind).run(count, seed);
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static List<Kind> kinds(Path folder) throws IOException {
        List<Kind> kinds = new ArrayList<>();
        kinds.addAll(JsonFileKinds.all(provider("json-file"), folder));
        kinds.addAll(SqliteKinds.all(provider("sqlite"), folder));
        kinds.addAll(FileKinds.all(Files.createDirectories(folder.resolve("files"))));
        kinds.addAll(TextKinds.all());
        return kinds;
    }

    private static PersistenceProvider provider(String name) {
        return ServiceLoader.load(PersistenceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.info().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean run(int count, long seed) {
        Thread watch = Thread.ofPlatform().daemon().start(this::watch);
        int wrong = 0;
        for (int i = 0; i < count && wrong < 3; i++) {
            // Each input has a seed of its own, so that one can be read alone.
            byte[] input = new Mutations(new Random(seed + i)).of(kind);
            current = input;
            number = i;
            String fault = fault(input);
            if (fault != null) {
                wrong++;
                System.out.println(kind.name() + ", seed " + (seed + i) + ": " + fault + "\n" + shown(input));
            }
        }
        watch.interrupt();
        System.out.printf(
                "malformed %s: %,d inputs: %,d refused, %,d read right, wrong, hung or broken %d%n",
                kind.name(), refused + right + wrong, refused, right, wrong);
        return wrong == 0;
    }

    /** Returns what was wrong about the reading of an input, or null. */
    private @Nullable String fault(byte[] input) {
        try {
            kind.read(input);
            right++;
            return null;
        } catch (StoreException | FailureException | UsageException | JdqlException e) {
            refused++;
            return e.getMessage() == null ? "an error that says nothing: " + e : null;
        } catch (Throwable e) {
            StringBuilder trace = new StringBuilder(e.toString());
            for (int i = 0; i < Math.min(12, e.getStackTrace().length); i++) {
                trace.append("\n    at ").append(e.getStackTrace()[i]);
            }
            return trace.toString();
        }
    }

    /** Looks every second. A time in which the machine stands still counts one, as nobody looks meanwhile. */
    private void watch() {
        try {
            int watched = number;
            int seconds = 0;
            while (seconds < LONGEST_SECONDS) {
                Thread.sleep(1_000);
                seconds = number == watched ? seconds + 1 : 0;
                watched = number;
            }
            byte[] input = current;
            System.out.println(kind.name() + " hangs on\n" + (input == null ? "its specimens" : shown(input)));
            Runtime.getRuntime().halt(3);
        } catch (InterruptedException e) {
            // The kind has been tried.
        }
    }

    private static String shown(byte[] input) {
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(input, Math.min(input.length, SHOWN_BYTES)));
    }
}
