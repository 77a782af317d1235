package org.stowage;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.stowage.spi.PersistenceProvider;

/**
 * Finds the classes that implement the SPI, whether somebody declares them or not, by reading the class files of what belongs together.
 */
final class ImplementingClasses {

    /**
     * A class that implements the SPI.
     *
     * @param place what its file was read from
     */
    record Implementing(ClassFile file, Place place) {}

    private static final int MOST_CLASSES = 50_000;
    private static final int LARGEST_CLASS = 1 << 20;
    private static final String SERVICE = PersistenceProvider.class.getName();

    private final Map<String, Implementing> read = new HashMap<>();

    /** Reads the class files of a JAR. */
    void readJar(Path file) throws IOException {
        Place place = Place.of(file);
        try (JarFile jar = ProviderJar.open(file);
                Stream<JarEntry> entries = jar.versionedStream()) {
            for (JarEntry entry : (Iterable<JarEntry>) entries::iterator) {
                read(entry.getName(), () -> jar.getInputStream(entry), place);
            }
        }
    }

    /** Reads the class files of a folder of them. */
    void readFolder(Path folder) throws IOException {
        Place place = Place.of(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                read(folder.relativize(file).toString().replace('\\', '/'), () -> Files.newInputStream(file), place);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads the class files of a module. */
    void readModule(ModuleReader module, Place place) throws IOException {
        try (Stream<String> names = module.list()) {
            for (String name : (Iterable<String>) names::iterator) {
                read(name, () -> module.open(name).orElseThrow(() -> new IOException(name)), place);
            }
        }
    }

    /** Opens a file. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    /** Reads a file if it is that of a class, and passes over what is none or goes beyond all measure. */
    private void read(String path, Opening opening, Place place) throws IOException {
        boolean isClass = path.endsWith(".class") && !path.endsWith("-info.class") && !path.startsWith("META-INF/");
        if (!isClass || read.size() >= MOST_CLASSES) {
            return;
        }
        byte[] bytes;
        try (InputStream content = opening.open()) {
            bytes = content.readNBytes(LARGEST_CLASS);
        }
        ClassFile.read(new DataInputStream(new ByteArrayInputStream(bytes)))
                .ifPresent(file -> read.putIfAbsent(file.name(), new Implementing(file, place)));
    }

    /** Returns the classes that implement the SPI by themselves or through others that were read, by name. */
    List<Implementing> found() {
        return read.values().stream()
                .filter(implementing -> implementsService(implementing.file(), new HashSet<>()))
                .sorted((one, other) -> one.file().name().compareTo(other.file().name()))
                .toList();
    }

    private boolean implementsService(ClassFile file, Set<String> seen) {
        for (String supertype : file.supertypes()) {
            Implementing next = read.get(supertype);
            if (supertype.equals(SERVICE)
                    || (next != null && seen.add(supertype) && implementsService(next.file(), seen))) {
                return true;
            }
        }
        return false;
    }
}
