package org.stowage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds providers in a folder: each JAR in it, and each folder of JARs in it, by itself. */
final class FolderSearch {

    private final Findings findings;
    private final UnitSearch units;

    FolderSearch(Findings findings, SearchRules rules) {
        this.findings = findings;
        this.units = new UnitSearch(findings, rules);
    }

    /** Searches a folder; one that cannot be searched is rejected as a whole. */
    void search(Path folder) {
        String fault = fault(folder);
        if (fault != null) {
            rejectFolder(folder, fault, "name a folder that holds the JARs of providers", null);
            return;
        }
        List<Path> entries;
        try {
            entries = entries(folder);
        } catch (IOException e) {
            rejectFolder(folder, "cannot be listed", "allow it to be read", e);
            return;
        }
        findings.lookedIn("in the folder " + folder);
        if (entries.isEmpty()) {
            findings.note(folder + " is empty");
        }
        for (Path entry : entries) {
            if (staysWithin(folder, entry)) {
                inspect(folder, entry);
            }
        }
    }

    private static @Nullable String fault(Path folder) {
        if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
            return "is not in the file system of this machine";
        }
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder) ? "is no folder" : "is not there";
        }
        return null;
    }

    private void rejectFolder(Path folder, String fault, String remedy, @Nullable IOException failure) {
        findings.lookedIn("in the folder " + folder + ", which " + fault);
        reject(folder, "the providers' folder " + fault, remedy, failure);
    }

    private void inspect(Path folder, Path entry) {
        if (Files.isDirectory(entry)) {
            inspectFolder(folder, entry);
        } else if (isJar(entry)) {
            units.search(entry, List.of(entry));
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
        if (jars.isEmpty() && hasNameOfJar(unit)) {
            reject(unit, "it is named like a JAR and is a folder without any", "pack what is in it into a JAR", null);
        } else if (jars.isEmpty()) {
            findings.note(unit + " holds no JAR and was passed over");
        } else if (jars.stream().allMatch(jar -> staysWithin(folder, jar))) {
            units.search(unit, jars);
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

    private void reject(Path place, String reason, String remedy, @Nullable Throwable failure) {
        findings.reject(new RejectedProvider(place.toString(), null, null, reason, remedy, failure));
    }

    private static boolean isJar(Path file) {
        return Files.isRegularFile(file) && hasNameOfJar(file);
    }

    private static boolean hasNameOfJar(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }
}
