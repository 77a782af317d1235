package org.stowage.launcher.application;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.stowage.application.Application;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.JarLoader;

/**
 * The applications that there are: those that the launcher's own class path has, and those in folders of a folder, where each folder of JARs
 * has a class loader of its own over the launcher's. One that is broken takes nothing else down.
 */
public final class Applications implements AutoCloseable {

    private final List<FoundApplication> found = new ArrayList<>();
    private final List<RejectedApplication> rejected = new ArrayList<>();
    private final List<URLClassLoader> loaders = new ArrayList<>();

    private Applications() {}

    /**
     * Looks for applications.
     *
     * @param home the distribution, or null if there is none
     */
    public static Applications search(@Nullable Path home) {
        Applications applications = new Applications();
        applications.load(Applications.class.getClassLoader(), "the class path");
        Path folder = home == null ? null : home.resolve("applications");
        if (folder != null && Files.isDirectory(folder)) {
            for (Path entry : entries(folder)) {
                applications.load(entry);
            }
        }
        applications.rejectDuplicates();
        applications.found.sort(Comparator.comparing(FoundApplication::name));
        return applications;
    }

    /** Returns those that can be started, by name. */
    public List<FoundApplication> found() {
        return found;
    }

    /** Returns those that cannot. */
    public List<RejectedApplication> rejected() {
        return rejected;
    }

    /** Returns the application of a name, if it is there. */
    public Optional<FoundApplication> find(String name) {
        return found.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private void load(Path entry) {
        List<Path> jars = Files.isDirectory(entry)
                ? entries(entry).stream().filter(Applications::isJar).toList()
                : isJar(entry) ? List.of(entry) : List.of();
        if (jars.isEmpty()) {
            return;
        }
        URLClassLoader loader = JarLoader.of(entry.getFileName().toString(), jars);
        loaders.add(loader);
        int before = found.size() + rejected.size();
        load(loader, entry.toString());
        if (found.size() + rejected.size() == before) {
            rejected.add(new RejectedApplication(
                    entry.toString(),
                    "it names no application: there is no META-INF/services/" + Application.class.getName()));
        }
    }

    private void load(ClassLoader loader, String place) {
        Iterator<Application> services =
                ServiceLoader.load(Application.class, loader).iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return;
                }
                Application application = services.next();
                // A loader also shows what its parent has, which was found there.
                if (loader.equals(application.getClass().getClassLoader())) {
                    found.add(new FoundApplication(application, place));
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                rejected.add(new RejectedApplication(place, "it cannot be loaded: " + reason(e)));
            }
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof LinkageError || cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private void rejectDuplicates() {
        Map<String, List<FoundApplication>> byName = new HashMap<>();
        found.forEach(each ->
                byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
        byName.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            found.removeAll(same);
            same.forEach(each -> rejected.add(new RejectedApplication(
                    each.place(),
                    "another one is named '" + each.name() + "' too ("
                            + same.stream()
                                    .filter(other -> !other.equals(each))
                                    .map(FoundApplication::place)
                                    .findFirst()
                                    .orElse(each.place())
                            + "); remove one")));
        });
    }

    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            content.forEach(entries::add);
        } catch (IOException e) {
            throw new FailureException("the folder '" + folder + "' cannot be listed; allow it to be read", e);
        }
        entries.removeIf(entry -> entry.getFileName().toString().startsWith("."));
        entries.sort(Comparator.comparing(Path::toString));
        return entries;
    }

    private static boolean isJar(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(".jar");
    }

    /** Closes the class loaders; applications must have ended before. */
    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                // Nothing was written through it: there is nothing to lose, and nobody to act on it.
                System.getLogger(Applications.class.getName())
                        .log(System.Logger.Level.DEBUG, "a class loader could not be closed", e);
            }
        }
    }
}
