package org.stowage.conformance.crash;

import java.io.File;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stowage.conformance.ProviderHarness;
import org.stowage.spi.Store;

/** The process that is killed: commits one transaction after another, and says so after each. */
public final class CrashWriter {

    private CrashWriter() {}

    /** Returns the command that runs it. */
    static List<String> command(Class<? extends ProviderHarness> harness, Path folder, String... numbers) {
        return command(CrashWriter.class, harness, folder, numbers);
    }

    /** Returns the command that runs a class with a harness, a folder and other arguments. */
    static List<String> command(
            Class<?> main, Class<? extends ProviderHarness> harness, Path folder, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(harness),
                main.getName(),
                harness.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * Returns all from where this process loads. A build that finds a {@code module-info} puts a provider on the module path, and its tests
     * into its module, of which no path tells.
     */
    private static String classPath(Class<? extends ProviderHarness> harness) {
        List<String> paths = new ArrayList<>();
        folderOf(harness).ifPresent(paths::add);
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            String path = System.getProperty(property, "");
            if (!path.isEmpty()) {
                paths.add(path);
            }
        }
        return String.join(File.pathSeparator, paths);
    }

    private static Optional<String> folderOf(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        return Optional.ofNullable(type.getResource("/" + file))
                .filter(resource -> resource.getProtocol().equals("file"))
                .map(resource -> Path.of(URI.create(resource.toString())).toString())
                .map(path -> path.substring(0, path.length() - file.length()));
    }

    /**
     * Writes until it is killed, from the transaction after the last that the store holds. With numbers, it opens the store once for each,
     * commits so many transactions, and halts in the last one without closing.
     *
     * @param arguments the class name of the harness, the folder of the store, and numbers
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        ProviderHarness harness = Class.forName(arguments[0])
                .asSubclass(ProviderHarness.class)
                .getDeclaredConstructor()
                .newInstance();
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
