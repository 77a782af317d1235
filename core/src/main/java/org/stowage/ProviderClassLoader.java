package org.stowage;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Defines the classes of the JARs of one provider of a folder, which sees them, the JDK and the SPI. Every class that such a provider
 * brings goes through here.
 */
final class ProviderClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /**
     * Creates the loader, which holds the files open until it is closed.
     *
     * @param name for stack traces
     */
    ProviderClassLoader(String name, List<Path> jars) {
        super(name, jars.stream().map(ProviderClassLoader::url).toArray(URL[]::new), new IsolatingClassLoader());
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file.toString(), e); // no path of the default file system
        }
    }
}
