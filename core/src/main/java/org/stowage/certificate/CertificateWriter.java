package org.stowage.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts a certificate into the JAR or the folder of classes that passed, in the place of one that is there. Either it is there afterwards
 * and holds, or nothing has changed.
 */
public final class CertificateWriter {

    private CertificateWriter() {}

    /**
     * Writes a certificate. Of a JAR the other entries stay as they are, in their order and with their times; no loader may have it open on
     * a system that locks open files, such as Windows.
     *
     * @param place the JAR, or the folder of classes
     * @param certificate what is written; its digest must be that of the place
     * @throws IOException if the place cannot be read or written, is a signed JAR, or holds other classes than those that passed
     */
    public static void write(Path place, Certificate certificate) throws IOException {
        Path real = place.toRealPath();
        String found = ClassDigest.of(real);
        if (!found.equals(certificate.digest())) {
            throw new IOException("the classes in '" + place
                    + "' are not those that passed: they were changed since; run the kit again");
        }
        byte[] text = certificate.text().getBytes(StandardCharsets.UTF_8);
        String path = Certificate.path(certificate.provider());
        if (Files.isDirectory(real)) {
            Path file = real.resolve(path);
            Files.createDirectories(file.getParent());
            replace(file, temporary -> Files.write(temporary, text));
        } else {
            replace(real, temporary -> {
                copy(real, temporary, path, text);
                if (!ClassDigest.of(temporary).equals(found)) {
                    throw new IOException("'" + place + "' could not be copied as it is; certify before it is packed");
                }
            });
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path temporary) throws IOException;
    }

    private static void replace(Path file, Filling content) throws IOException {
        // Its name begins with a dot, so that nobody takes it for a provider meanwhile.
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".certified-", ".tmp");
        try {
            content.fill(temporary);
            if (Files.exists(file) && Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void copy(Path jar, Path target, String path, byte[] text) throws IOException {
        try (ZipFile old = new ZipFile(jar.toFile());
                OutputStream bytes = Files.newOutputStream(target);
                ZipOutputStream changed = new ZipOutputStream(bytes)) {
            List<? extends ZipEntry> entries = old.stream().toList();
            requireUnsigned(jar, entries);
            requirePlain(jar);
            String comment = old.getComment();
            if (comment != null) {
                changed.setComment(comment);
            }
            for (ZipEntry entry : entries) {
                if (!entry.getName().equals(path)) {
                    changed.putNextEntry(same(entry));
                    try (InputStream content = old.getInputStream(entry)) {
                        content.transferTo(changed);
                    }
                    changed.closeEntry();
                }
            }
            ZipEntry certificate = new ZipEntry(path);
            // The time of the build and not of now: the same build is to give the same JAR.
            certificate.setTimeLocal(entries.get(0).getTimeLocal());
            changed.putNextEntry(certificate);
            changed.write(text);
            changed.closeEntry();
        }
    }

    private static ZipEntry same(ZipEntry entry) {
        ZipEntry same = new ZipEntry(entry);
        if (entry.getMethod() == ZipEntry.DEFLATED) {
            same.setCompressedSize(-1); // This Java may pack it a byte longer.
        }
        return same;
    }

    private static void requireUnsigned(Path jar, List<? extends ZipEntry> entries) throws IOException {
        for (ZipEntry entry : entries) {
            String name = entry.getName().toUpperCase(Locale.ROOT);
            if (name.startsWith("META-INF/")
                    && name.indexOf('/', "META-INF/".length()) < 0
                    && name.matches(".*\\.(SF|RSA|DSA|EC)")) {
                throw new IOException(
                        "'" + jar
                                + "' is signed, and a file that is added would not be; certify the classes before the JAR is signed");
            }
        }
    }

    /** A script before the first entry would be lost. */
    private static void requirePlain(Path jar) throws IOException {
        try (InputStream content = Files.newInputStream(jar)) {
            byte[] beginning = content.readNBytes(2);
            if (beginning.length < 2 || beginning[0] != 'P' || beginning[1] != 'K') {
                throw new IOException(
                        "'" + jar + "' has something before its first entry; certify it before that is added");
            }
        }
    }
}
