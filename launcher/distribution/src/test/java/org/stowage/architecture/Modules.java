package org.stowage.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of this project as they are built, and which class belongs to which of them. */
final class Modules {
    private final Map<String, ModuleReference> references;
    private final Map<String, String> moduleByClass = new HashMap<>();
    private final JavaClasses classes;

    private Modules(Map<String, ModuleReference> references) {
        this.references = references;
        references.forEach((name, reference) -> new ClassFileImporter()
                .importLocations(Set.of(location(reference)))
                .forEach(type -> moduleByClass.put(type.getName(), name)));
        this.classes = new ClassFileImporter()
                .importLocations(
                        references.values().stream().map(Modules::location).collect(Collectors.toSet()));
    }

    /** Returns those on the class path: JARs after packaging, folders of classes before. */
    static Modules onClassPath() {
        Map<String, ModuleReference> found = new TreeMap<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> entry.endsWith("classes")
                        || entry.getFileName().toString().startsWith("stowage-"))
                .flatMap(entry -> ModuleFinder.of(entry).findAll().stream())
                .forEach(reference -> found.put(reference.descriptor().name(), reference));
        return new Modules(found);
    }

    Set<String> names() {
        return references.keySet();
    }

    ModuleDescriptor descriptor(String module) {
        return reference(module).descriptor();
    }

    /** Returns the classes of all modules. */
    JavaClasses classes() {
        return classes;
    }

    /** Returns the names of the classes that the rules see in a module. */
    Set<String> classNames(String module) {
        return moduleByClass.entrySet().stream()
                .filter(entry -> entry.getValue().equals(module))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the names of the class files in a module, read without the library that the rules use. */
    Set<String> classFiles(String module) throws IOException {
        try (ModuleReader reader = reference(module).open();
                Stream<String> entries = reader.list()) {
            return entries.filter(entry -> entry.endsWith(".class"))
                    .filter(entry -> !entry.endsWith("module-info.class"))
                    .map(entry -> entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Returns what a module provides to the module path: the implementations of each service. */
    Map<String, Set<String>> provided(String module) {
        return descriptor(module).provides().stream()
                .collect(Collectors.toMap(
                        ModuleDescriptor.Provides::service, provides -> new TreeSet<>(provides.providers())));
    }

    /** Returns what a module provides to the class path: the same, from its service files. */
    Map<String, Set<String>> serviceFiles(String module) throws IOException {
        String folder = "META-INF/services/";
        Map<String, Set<String>> services = new HashMap<>();
        try (ModuleReader reader = reference(module).open()) {
            List<String> files;
            try (Stream<String> entries = reader.list()) {
                files = entries.filter(entry -> entry.startsWith(folder) && !entry.endsWith("/"))
                        .toList();
            }
            for (String file : files) {
                try (var input = reader.open(file).orElseThrow()) {
                    Set<String> implementations = new String(input.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new));
                    services.put(file.substring(folder.length()), implementations);
                }
            }
        }
        return services;
    }

    DescribedPredicate<JavaClass> in(String module) {
        return in(Set.of(module));
    }

    DescribedPredicate<JavaClass> in(Set<String> modules) {
        return DescribedPredicate.describe("are in " + new TreeSet<>(modules), type -> {
            String module = moduleByClass.get(type.getBaseComponentType().getName());
            return module != null && modules.contains(module);
        });
    }

    private ModuleReference reference(String module) {
        ModuleReference reference = references.get(module);
        if (reference == null) {
            throw new IllegalArgumentException("no module '" + module + "' on the class path; found " + names());
        }
        return reference;
    }

    private static Location location(ModuleReference reference) {
        URI uri = reference.location().orElseThrow();
        boolean packaged = uri.getPath().endsWith(".jar");
        return Location.of(packaged ? URI.create("jar:" + uri + "!/") : uri);
    }
}
