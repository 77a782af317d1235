package org.stowage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The class files in the JARs of a provider, with what else a loader needs to define them. For many threads. */
final class JarClasses implements Closeable {

    /**
     * A class file.
     *
     * @param manifest that of its JAR, or null if it has none
     * @param source its JAR, and who signed it
     */
    @SuppressWarnings("ArrayRecordComponent") // It is handed from one to another, and compared by nobody.
    record Found(byte[] content, @Nullable Manifest manifest, CodeSource source) {}

    private record Jar(JarFile file, URL url) {}

    private final List<Path> paths;
    private final List<Jar> jars = new ArrayList<>();
    private boolean closed;

    /** Creates it; the files are opened when the first class is looked for. */
    JarClasses(List<Path> paths) {
        this.paths = paths;
    }

    /** Returns the first class file of a name, such as {@code org/example/Shelf.class}, or null if there is none. */
    @Nullable Found find(String name) throws IOException {
        for (Jar jar : jars()) {
            JarEntry entry = jar.file().getJarEntry(name);
            if (entry != null) {
                try (InputStream content = jar.file().getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    // Who signed it is known once it was read.
                    return new Found(
                            bytes, jar.file().getManifest(), new CodeSource(jar.url(), entry.getCodeSigners()));
                }
            }
        }
        return null;
    }

    private synchronized List<Jar> jars() throws IOException {
        if (closed) {
            throw new IOException("the files are closed");
        }
        for (Path path : paths.subList(jars.size(), paths.size())) {
            // As a loader of the JDK opens it: signatures are verified, and classes of this version of Java come first.
            JarFile file = new JarFile(path.toFile(), true, ZipFile.OPEN_READ, Runtime.version());
            jars.add(new Jar(file, path.toUri().toURL()));
        }
        return jars;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (Jar jar : jars) {
            jar.file().close();
        }
    }
}
