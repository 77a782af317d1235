package org.stowage.conformance.crash;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.Store;

/** The process that is killed: commits one transaction after another, and says so after each. */
public final class CrashWriter {

    private CrashWriter() {}

    /**
     * Writes until it is killed, from the transaction after the last that the store holds. With numbers, it opens the store once for each,
     * commits so many transactions, and halts in the last one without closing.
     *
     * @param arguments the class name of the harness, the folder of the store, and numbers
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        ProviderHarness harness = SharedHarness.made(arguments[0]);
        // Each acknowledgement must be in the pipe before the next transaction begins.
        PrintStream acknowledgements = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        Path folder = Path.of(arguments[1]);
        for (int i = 2; i < arguments.length - 1; i++) {
            write(harness, folder, Long.parseLong(arguments[i]), acknowledgements)
                    .close();
        }
        long last = arguments.length == 2 ? Long.MAX_VALUE : Long.parseLong(arguments[arguments.length - 1]);
        write(harness, folder, last, acknowledgements);
        Runtime.getRuntime().halt(0);
    }

    private static Store write(ProviderHarness harness, Path folder, long times, PrintStream acknowledgements) {
        Store store = harness.open(folder);
        CrashScript.prepare(store);
        long first = CrashScript.progress(store) + 1;
        for (long number = first; number - first < times; number++) {
            CrashScript.run(store, number);
            acknowledgements.println(number);
        }
        return store;
    }
}
