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
     * Writes until it is killed, from the transaction after the last that the store holds.
     *
     * @param arguments the class name of the harness, and the folder of the store
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        ProviderHarness harness = Class.forName(arguments[0])
                .asSubclass(ProviderHarness.class)
                .getDeclaredConstructor()
                .newInstance();
        // Each acknowledgement must be in the pipe before the next transaction begins.
        PrintStream acknowledgements = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (Store store = harness.open(Path.of(arguments[1]))) {
            CrashScript.prepare(store);
            for (long number = CrashScript.progress(store) + 1; ; number++) {
                CrashScript.run(store, number);
                acknowledgements.println(number);
            }
        }
    }
}
