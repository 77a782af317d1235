package org.stowage;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.stowage.ImplementingClasses.Implementing;
import org.stowage.spi.PersistenceProvider;

/** Rejects classes that implement the SPI and that nobody declares, with what has to be added where. */
final class UndeclaredSearch {

    private static final String SERVICE = PersistenceProvider.class.getName();
    private static final String SPI_MODULE = "org.stowage.spi";

    private final Findings findings;

    UndeclaredSearch(Findings findings) {
        this.findings = findings;
    }

    /** Searches JARs of a folder that name no provider at all; returns whether there is such a class. */
    boolean searchNameless(List<ProviderJar> jars) {
        boolean modular = jars.stream().anyMatch(ProviderJar::modular);
        List<Implementing> found = read(jars);
        found.forEach(undeclared -> reject(undeclared, modular));
        return !found.isEmpty();
    }

    /** Searches JARs of a folder beside the classes that they name. */
    void searchBeside(List<ProviderJar> jars) {
        List<String> declared =
                jars.stream().flatMap(jar -> jar.classNames().stream()).toList();
        boolean modular = jars.stream().anyMatch(ProviderJar::modular);
        rejectForgotten(read(jars), declared, modular);
    }

    private List<Implementing> read(List<ProviderJar> jars) {
        ImplementingClasses classes = new ImplementingClasses();
        jars.forEach(jar -> read(classes, jar.file()));
        return classes.found();
    }

    /** Searches JARs and folders of classes of a class path beside the classes that its service files name. */
    void searchClassPath(List<Path> entries, Collection<String> declared) {
        ImplementingClasses classes = new ImplementingClasses();
        entries.forEach(entry -> read(classes, entry));
        rejectForgotten(classes.found(), declared, false);
    }

    private void read(ImplementingClasses classes, Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                classes.readFolder(entry);
            } else {
                classes.readJar(entry);
            }
        } catch (IOException | RuntimeException e) {
            findings.note("the classes of " + entry + " could not be read: " + e.getMessage());
        }
    }

    /** Searches a module beside the classes that it declares, if it can hold any. */
    void searchModule(ResolvedModule module) {
        ModuleReference reference = module.reference();
        if (reference.descriptor().requires().stream()
                .noneMatch(required -> required.name().equals(SPI_MODULE))) {
            return;
        }
        Place place = reference.location().map(Place::of).orElse(Place.named("module " + module.name()));
        ImplementingClasses classes = new ImplementingClasses();
        try (ModuleReader reader = reference.open()) {
            classes.readModule(reader, place);
        } catch (IOException | RuntimeException e) {
            findings.note("the classes of " + place.text() + " could not be read: " + e.getMessage());
        }
        rejectForgotten(classes.found(), ModuleSearch.declared(reference.descriptor()), true);
    }

    /** A class that cannot be made by its name was hardly meant to be declared: it may be a part of another, or wrap one. */
    private void rejectForgotten(List<Implementing> found, Collection<String> declared, boolean modular) {
        found.stream()
                .filter(implementing -> implementing.file().makeable())
                .filter(implementing -> !declared.contains(implementing.file().name()))
                .filter(implementing ->
                        !findings.hasRejected(implementing.file().name(), implementing.place()))
                .forEach(undeclared -> reject(undeclared, modular));
    }

    private void reject(Implementing undeclared, boolean modular) {
        String name = undeclared.file().name();
        boolean makeable = undeclared.file().makeable();
        findings.reject(new RejectedProvider(
                undeclared.place().text(),
                name,
                null,
                "the class implements " + SERVICE + ", and nothing names it"
                        + (makeable ? "" : "; nor is it public with a public constructor without parameters"),
                (makeable ? "" : "if it is a provider, make it so, and ")
                        + (modular
                                ? "add 'provides " + SERVICE + " with " + name + ";' to its module-info, and for the "
                                        + "class path the line '" + name + "' to its file '" + ServiceFile.PATH + "'"
                                : "add the line '" + name + "' to its file '" + ServiceFile.PATH + "'"),
                null));
    }
}
