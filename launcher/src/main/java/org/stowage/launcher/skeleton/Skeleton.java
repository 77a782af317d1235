package org.stowage.launcher.skeleton;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.stowage.launcher.FailureException;

/**
 * The project of a new provider: a small Maven project that builds, and passes the core of the conformance kit, as it is.
 *
 * @param names what everything in it is called
 * @param stowage the version of Stowage that it is for
 */
public record Skeleton(SkeletonNames names, String stowage) {

    /**
     * Writes the project. It is made beside the folder and takes its place when it is whole, so a failure leaves nothing.
     *
     * @param folder which is not there yet, in one that is
     * @return the files, as paths within the folder, with {@code /}
     * @throws FailureException if the folder is there already, or cannot be made
     */
    public List<String> writeTo(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new FailureException("'" + folder
                    + "' is there already, and is left as it is; name another with --into, or move it away");
        }
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new FailureException(
                    "'" + folder + "' cannot be made: there is no folder '" + parent + "'; make that first");
        }
        try {
            Path beside = Files.createTempDirectory(parent, ".stowage-new-provider-");
            try {
                // Within the temporary folder, which only its owner may read.
                Path draft = Files.createDirectory(beside.resolve("draft"));
                for (Map.Entry<String, String> file : files().entrySet()) {
                    write(draft.resolve(file.getKey()), template(file.getValue()));
                }
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(beside);
            }
        } catch (IOException e) {
            throw new FailureException(
                    "'" + folder + "' cannot be made; check the permissions and the room of '" + parent + "'", e);
        }
        return files().keySet().stream().toList();
    }

    /** Returns what each file of the project is made from. */
    private Map<String, String> files() {
        String sources = "src/main/java/";
        String main = sources + names.packageName().replace('.', '/') + "/" + names.type();
        String test = main.replace("src/main/", "src/test/");
        Map<String, String> files = new LinkedHashMap<>();
        files.put(".gitignore", "gitignore");
        files.put("README.md", "README.md");
        files.put("pom.xml", "pom.xml");
        files.put(sources + "module-info.java", "module-info.java.template");
        files.put(main + "Provider.java", "Provider.java.template");
        files.put("src/main/resources/META-INF/services/org.stowage.spi.PersistenceProvider", "service");
        files.put(test + "ConformanceTest.java", "ConformanceTest.java.template");
        files.put(test + "Harness.java", "Harness.java.template");
        return files;
    }

    private String template(String name) throws IOException {
        try (InputStream content = Objects.requireNonNull(Skeleton.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@name@", names.provider())
                    .replace("@Class@", names.type())
                    .replace("@package@", names.packageName())
                    .replace("@stowage@", stowage);
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
