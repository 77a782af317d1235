package org.stowage.launcher.command;

import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.certificate.ConformanceKit;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.JarLoader;

/**
 * The conformance kit, which is loaded for the one command that needs it: from a folder of the distribution, or from where the launcher
 * itself is, if it is there.
 *
 * @param kit the kit
 * @param classPath from what another process loads the kit and Stowage
 * @param loader the loader of the folder, or null if there is none
 */
record LoadedKit(
        ConformanceKit kit, String classPath, @Nullable URLClassLoader loader) implements AutoCloseable {

    /** Loads the kit. */
    static LoadedKit of(@Nullable Path home) {
        ClassLoader launcher = LoadedKit.class.getClassLoader();
        String path = Stream.of(System.getProperty("java.class.path", ""), System.getProperty("jdk.module.path", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        Path folder = home == null ? null : home.resolve("lib").resolve("conformance");
        if (folder == null || !Files.isDirectory(folder)) {
            ConformanceKit kit = ServiceLoader.load(ConformanceKit.class, launcher)
                    .findFirst()
                    .orElseThrow(() -> new FailureException("the conformance kit is not here"
                            + (folder == null ? "" : "; expected its JARs in '" + folder + "'")));
            return new LoadedKit(kit, path, null);
        }
        List<Path> jars = jars(folder);
        URLClassLoader loader = JarLoader.of("stowage-conformance", jars);
        ConformanceKit kit = ServiceLoader.load(ConformanceKit.class, loader)
                .findFirst()
                .orElseThrow(() -> new FailureException(
                        "there is no conformance kit in '" + folder + "'; install the distribution again"));
        String all = Stream.concat(Stream.of(path), jars.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
        return new LoadedKit(kit, all, loader);
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FailureException("the conformance kit in '" + folder + "' cannot be read; allow it", e);
        }
    }

    @Override
    public void close() {
        if (loader != null) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new FailureException("the conformance kit could not be closed", e);
            }
        }
    }
}
