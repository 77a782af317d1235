package org.stowage.launcher;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Makes class loaders of what the distribution has in folders of JARs: they see the launcher and what it sees. */
public final class JarLoader {

    private JarLoader() {}

    /**
     * Returns a loader, which the caller closes.
     *
     * @param name for stack traces
     */
    public static URLClassLoader of(String name, List<Path> jars) {
        return new URLClassLoader(
                name, jars.stream().map(JarLoader::url).toArray(URL[]::new), JarLoader.class.getClassLoader());
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file.toString(), e); // no path of the default file system
        }
    }
}
