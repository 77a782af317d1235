package org.stowage.launcher.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stowage.launcher.Surroundings;

/** What every command runs in: Java, the distribution, the archive of classes, the folder for what is temporary. */
public final class ProcessHealth {

    private static final int OLDEST_JAVA = 21;
    private static final long SCARCE_BYTES = 100L << 20;

    private final Surroundings surroundings;
    private final List<Finding> findings = new ArrayList<>();

    private ProcessHealth(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Looks. */
    public static List<Finding> of(Surroundings surroundings) {
        ProcessHealth health = new ProcessHealth(surroundings);
        health.java();
        health.distribution();
        health.classArchive();
        health.temporary();
        return health.findings;
    }

    private void java() {
        String java = System.getProperty("java.version") + " of " + System.getProperty("java.vendor") + " in "
                + System.getProperty("java.home") + ", with up to "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB of memory";
        String named = surroundings.environment().get("JAVA_HOME");
        if (Runtime.version().feature() < OLDEST_JAVA) {
            findings.add(Finding.problem("Java", java, "use a Java of version " + OLDEST_JAVA + " or newer"));
        } else if (named != null && !named.isBlank() && !isThisJava(named)) {
            findings.add(Finding.warning(
                    "Java",
                    java + ", and not the one of JAVA_HOME, which is '" + named + "'",
                    "set JAVA_HOME to a Java of version " + OLDEST_JAVA + " or newer, or unset it"));
        } else {
            findings.add(Finding.ok("Java", java));
        }
    }

    private static boolean isThisJava(String folder) {
        try {
            return Path.of(folder)
                    .toRealPath()
                    .equals(Path.of(System.getProperty("java.home")).toRealPath());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private void distribution() {
        Path home = surroundings.home();
        if (home == null) {
            findings.add(Finding.ok("distribution", "none: what the class path holds is all there is"));
            return;
        }
        for (String part : List.of("conf/defaults.properties", "providers", "applications")) {
            if (!Files.isReadable(home.resolve(part))) {
                findings.add(Finding.warning(
                        "distribution",
                        "'" + home.resolve(part) + "' is not there, or cannot be read",
                        "unpack the distribution again"));
                return;
            }
        }
        findings.add(Finding.ok("distribution", home.toString()));
    }

    private void classArchive() {
        Path archive = surroundings.classArchive();
        if (surroundings.home() == null) {
            findings.add(Finding.ok("class archive", "none: only bin/stowage of a distribution keeps one"));
        } else if (archive == null) {
            findings.add(Finding.warning(
                    "class archive",
                    "none: neither 'lib' of the distribution nor '~/.cache/stowage' can be written, so each start takes "
                            + "about twice as long",
                    "let this user write one of them"));
        } else if (Files.isRegularFile(archive)) {
            findings.add(Finding.ok("class archive", archive + " (" + (size(archive) >> 20) + " MB)"));
        } else {
            findings.add(Finding.ok("class archive", archive + " is written when this command ends"));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private void temporary() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", ""));
        try {
            Path file = Files.createTempFile("stowage", null);
            try {
                Files.writeString(file, "stowage");
                // Files.getFileStore fails where the mount points cannot be told, as in a changed root.
                long free = file.toFile().getUsableSpace();
                String text = folder + ", with " + (free >> 20) + " MB free";
                findings.add(
                        free < SCARCE_BYTES
                                ? Finding.warning(
                                        "temporary folder",
                                        text,
                                        "free some, or name another folder with "
                                                + "STOWAGE_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER")
                                : Finding.ok("temporary folder", text));
            } finally {
                Files.delete(file);
            }
        } catch (IOException | SecurityException e) {
            findings.add(Finding.problem(
                    "temporary folder",
                    "'" + folder + "' cannot be written: " + e.getMessage(),
                    "name another one with STOWAGE_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER"));
        }
    }
}
