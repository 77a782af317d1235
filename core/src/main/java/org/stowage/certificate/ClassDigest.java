package org.stowage.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What ties a certificate to the classes that passed, the same for a JAR and for the folder of classes that it is made of.
 *
 * <p>It is the SHA-256 of a list: for each file that counts one line with the SHA-256 of its bytes in 64 lower-case hexadecimal digits, two
 * blanks, its path with {@code /} between the names, and a line feed; in UTF-8, sorted by the bytes of the paths. That is what the program
 * {@code sha256sum} prints of the sorted files. These count, at any depth, so those of other versions of Java below
 * {@code META-INF/versions} too:
 *
 * <ul>
 *   <li>what ends in {@code .class}, but for {@code module-info.class}, into which the tool that makes a modular JAR writes;
 *   <li>what ends in {@code .jar}: a JAR within the JAR, as the bytes that it is;
 *   <li>what is in {@code META-INF/services/}.
 * </ul>
 *
 * <p>The manifest, resources and other JARs beside it do not count.
 */
public final class ClassDigest {

    private static final long MOST_BYTES = 1L << 30;
    private static final Comparator<String> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final Map<String, String> lines = new TreeMap<>(BY_BYTES);
    private long bytes;

    private ClassDigest() {}

    /**
     * Returns the digest of a JAR, or of a folder of classes, as 64 hexadecimal digits.
     *
     * @throws IOException if it cannot be read, holds two files of one path, or more than 1 GiB that counts
     */
    public static String of(Path jarOrFolder) throws IOException {
        ClassDigest digest = new ClassDigest();
        if (Files.isDirectory(jarOrFolder)) {
            digest.addFolder(jarOrFolder);
        } else {
            digest.addJar(jarOrFolder);
        }
        MessageDigest whole = sha256();
        digest.lines.forEach(
                (path, hash) -> whole.update((hash + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(whole.digest());
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            String path = folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            if (counts(path)) {
                try (InputStream content = Files.newInputStream(file)) {
                    add(path, content);
                }
            }
        }
    }

    private void addJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory() && counts(entry.getName())) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        add(entry.getName(), content);
                    }
                }
            }
        }
    }

    private static boolean counts(String path) {
        return path.endsWith(".class")
                ? !path.equals("module-info.class") && !path.endsWith("/module-info.class")
                : path.endsWith(".jar") || path.startsWith("META-INF/services/");
    }

    private void add(String path, InputStream content) throws IOException {
        MessageDigest hash = sha256();
        byte[] buffer = new byte[1 << 14];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            hash.update(buffer, 0, read);
            bytes += read;
            if (bytes > MOST_BYTES) {
                throw new IOException("its classes have more than " + MOST_BYTES + " bytes");
            }
        }
        if (lines.put(path, HexFormat.of().formatHex(hash.digest())) != null) {
            throw new IOException("it holds '" + PlainText.shown(path) + "' twice");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }
}
