package org.stowage;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.spi.PersistenceProvider;

/**
 * Finds providers that service files on the class path name. The files are read here and not by {@link java.util.ServiceLoader}, so that
 * what is wrong with one of them is known by its place and hides none of the others.
 */
final class ClassPathSearch {

    private final Findings findings;
    private final ModuleSearch modules;
    private final SearchRules rules;
    private final ProviderInspection inspection;

    ClassPathSearch(Findings findings, ModuleSearch modules, SearchRules rules) {
        this.findings = findings;
        this.modules = modules;
        this.rules = rules;
        this.inspection = new ProviderInspection(findings, rules);
    }

    /** Searches a class loader and its parents. */
    void search(ClassLoader loader) {
        findings.lookedIn("on the class path");
        if (loader.equals(ClassLoader.getSystemClassLoader())) {
            rejectUnreadableJars();
        }
        Set<String> declared = new HashSet<>();
        for (URL file : serviceFiles(loader)) {
            Place place = Place.holding(file, ServiceFile.PATH);
            for (String className : classNames(file, place)) {
                declared.add(className);
                inspect(new Candidate(className, place, Mechanism.CLASS_PATH), loader);
            }
        }
        if (rules.thorough()) {
            new UndeclaredSearch(findings).searchClassPath(entries(loader), declared);
        }
    }

    /** Returns the JARs and folders that a loader and its parents are known to look into. */
    private static List<Path> entries(ClassLoader loader) {
        List<Path> entries = new ArrayList<>();
        for (ClassLoader each = loader; each != null; each = each.getParent()) {
            if (each.equals(ClassLoader.getSystemClassLoader())) {
                entries.addAll(classPath());
            } else if (each instanceof URLClassLoader files) {
                Stream.of(files.getURLs())
                        .filter(url -> url.getProtocol().equals("file"))
                        .map(url -> Path.of(URI.create(url.toString())))
                        .filter(Files::exists)
                        .forEach(entries::add);
            }
        }
        return entries;
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    private void inspect(Candidate candidate, ClassLoader loader) {
        Class<?> type = inspection.load(candidate, loader);
        if (type == null) {
            return;
        }
        if (!type.getModule().isNamed()) {
            inspection.inspect(candidate, type);
            return;
        }
        // A module ignores its service file, and its classes can be made only through what it declares.
        ModuleLayer layer = type.getModule().getLayer();
        if (layer != null) {
            modules.search(layer);
        }
        if (!ModuleSearch.provides(type.getModule(), type.getName())) {
            findings.reject(candidate.rejected(
                    "its module '" + type.getModule().getName() + "' does not provide it",
                    "add 'provides " + PersistenceProvider.class.getName() + " with " + type.getName()
                            + "' to its module-info, or put the JAR on the class path",
                    null));
        }
    }

    private Collection<URL> serviceFiles(ClassLoader loader) {
        // By their texts, because two URLs are compared by asking for the addresses of their hosts.
        Map<String, URL> files = new LinkedHashMap<>();
        try {
            loader.getResources(ServiceFile.PATH)
                    .asIterator()
                    .forEachRemaining(file -> files.putIfAbsent(file.toString(), file));
        } catch (IOException e) {
            findings.reject(unreadable("the class path", e));
        }
        return files.values();
    }

    private List<String> classNames(URL file, Place place) {
        try {
            return ServiceFile.classNames(file);
        } catch (IOException e) {
            findings.reject(unreadable(place.text(), e));
            return List.of();
        }
    }

    /** A class loader passes over a JAR that it cannot open without a word; so a provider in it would be gone for no reason. */
    private void rejectUnreadableJars() {
        classPath().stream()
                .filter(entry -> entry.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                .filter(Files::isRegularFile)
                .forEach(jar -> {
                    try (ZipFile zip = new ZipFile(jar.toFile())) {
                        zip.size();
                    } catch (IOException e) {
                        findings.reject(unreadable(jar.toString(), e));
                    }
                });
    }

    private static RejectedProvider unreadable(String place, IOException failure) {
        return new RejectedProvider(
                place, null, null, "it cannot be read: " + failure.getMessage(), "build or download it again", failure);
    }
}
