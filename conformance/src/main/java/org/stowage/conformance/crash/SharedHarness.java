package org.stowage.conformance.crash;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stowage.conformance.ProviderHarness;

/**
 * A harness that processes of their own can make as well.
 *
 * @param here the harness in this process
 * @param className the class of which another process makes one; it has a public constructor without parameters
 * @param javaOptions what Java is told there: the class path, and system properties
 */
public record SharedHarness(ProviderHarness here, String className, List<String> javaOptions) {

    /** Creates it with a copy of the options. */
    public SharedHarness {
        javaOptions = List.copyOf(javaOptions);
    }

    /** Returns one of a class on the class path of this process. */
    public static SharedHarness of(Class<? extends ProviderHarness> type) throws ReflectiveOperationException {
        return of(type.getDeclaredConstructor().newInstance());
    }

    /** Returns one whose class this process has found without a loader of its own. */
    public static SharedHarness of(ProviderHarness here) {
        return new SharedHarness(here, here.getClass().getName(), List.of("-cp", classPath(here.getClass())));
    }

    /**
     * Returns all from where this process loads. A build that finds a {@code module-info} puts a provider on the module path, and its tests
     * into its module, of which no path tells.
     */
    private static String classPath(Class<?> harness) {
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

    /** Makes the harness in a process that was started with {@link #command}. */
    static ProviderHarness made(String className) throws ReflectiveOperationException {
        return Class.forName(className)
                .asSubclass(ProviderHarness.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** Returns the command that runs a class with the name of the harness, a folder and other arguments. */
    List<String> command(Class<?> main, Path folder, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(javaOptions);
        command.addAll(List.of(main.getName(), className, folder.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
