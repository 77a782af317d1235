package org.stowage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/** Finds providers in a folder: each JAR in it, and each folder of JARs in it, by itself. */
final class FolderSearch {

    private static final String REBUILD = "build or download it again";

    private final Findings findings;

    FolderSearch(Findings findings) {
        this.findings = findings;
    }

    /** Searches a folder, which must be there. */
    void search(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadConfigurationException(
                    ErrorContext.none(),
                    "the providers' folder '" + folder + "' " + (Files.exists(folder) ? "is no folder" : "is not there")
                            + "; name a folder that holds the JARs of providers");
        }
        findings.lookedIn("in the folder " + folder);
        try {
            for (Path entry : entries(folder)) {
                if (staysWithin(folder, entry)) {
                    inspect(folder, entry);
                }
            }
        } catch (IOException e) {
            throw new BadConfigurationException(
                    ErrorContext.none(),
                    "the providers' folder '" + folder + "' cannot be listed; allow it to be read",
                    e);
        }
    }

    private void inspect(Path folder, Path entry) {
        if (Files.isDirectory(entry)) {
            inspectFolder(folder, entry);
        } else if (isJar(entry)) {
            load(entry, List.of(entry));
        } else {
            findings.note(entry + " is no JAR and was passed over");
        }
    }

    private void inspectFolder(Path folder, Path unit) {
        List<Path> jars;
        try {
            jars = entries(unit).stream().filter(FolderSearch::isJar).toList();
        } catch (IOException e) {
            reject(unit, "it cannot be listed", "allow it to be read", e);
            return;
        }
        if (jars.isEmpty()) {
            findings.note(unit + " holds no JAR and was passed over");
        } else if (jars.stream().allMatch(jar -> staysWithin(folder, jar))) {
            load(unit, jars);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            content.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.removeIf(entry -> entry.getFileName().toString().startsWith("."));
        entries.sort(Comparator.comparing(Path::toString));
        return entries;
    }

    /** Returns whether an entry is really in the folder; a link that leads out of it is rejected, as it would run what is not there. */
    private boolean staysWithin(Path folder, Path entry) {
        try {
            if (entry.toRealPath().startsWith(folder.toRealPath())) {
                return true;
            }
            reject(entry, "it is a link that leads out of the folder", "put the JAR itself there", null);
        } catch (IOException e) {
            reject(entry, "it is a link that leads nowhere, or cannot be read", "put the JAR itself there", e);
        }
        return false;
    }

    private void load(Path unit, List<Path> files) {
        List<ProviderJar> jars = new ArrayList<>();
        for (Path file : files) {
            try {
                jars.add(ProviderJar.read(file));
            } catch (IOException | RuntimeException e) {
                reject(file, "it is no JAR, or a damaged one: " + e.getMessage(), REBUILD, e);
                return; // The others of its folder would miss what it holds, at a moment when nobody expects it.
            }
        }
        if (jars.stream().allMatch(jar -> jar.classNames().isEmpty())) {
            rejectNameless(unit, jars);
        } else {
            load(jars);
        }
    }

    private void rejectNameless(Path unit, List<ProviderJar> jars) {
        String service = PersistenceProvider.class.getName();
        boolean modular = jars.stream().anyMatch(ProviderJar::modular);
        reject(
                unit,
                "it names no provider: there is no " + ServiceFile.PATH
                        + (modular ? ", and its module-info provides no " + service : ""),
                "if it is a provider, add that file with the name of the class that implements " + service
                        + "; if it is a library, put it into a folder together with the provider that needs it",
                null);
    }

    private void load(List<ProviderJar> jars) {
        ProviderClassLoader loader = ProviderLoader.load(jars);
        findings.keep(loader);
        ProviderInspection inspection = new ProviderInspection(findings);
        for (ProviderJar jar : jars) {
            for (String className : jar.classNames()) {
                inspection.inspect(new Candidate(className, Place.of(jar.file()), Mechanism.FOLDER), loader);
            }
        }
    }

    private void reject(Path place, String reason, String remedy, @Nullable Throwable failure) {
        findings.reject(new RejectedProvider(place.toString(), null, null, reason, remedy, failure));
    }

    private static boolean isJar(Path file) {
        return Files.isRegularFile(file)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
