package org.stowage;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of the JARs of one provider of a folder, which sees them, the JDK and the SPI. Every class that such a provider
 * brings goes through here.
 */
final class ProviderClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** Where the files of modules are, by the names of the modules. */
    private final Map<String, String> places = new ConcurrentHashMap<>();

    /**
     * Creates the loader, which holds the files open until it is closed.
     *
     * @param name for stack traces
     */
    ProviderClassLoader(String name, List<Path> jars) {
        super(name, jars.stream().map(ProviderClassLoader::url).toArray(URL[]::new), new IsolatingClassLoader());
    }

    /** Takes note of the modules that were defined with this loader, so that they find their own classes and files by their names. */
    void define(Configuration modules) {
        for (ResolvedModule module : modules.modules()) {
            module.reference()
                    .location()
                    .ifPresent(jar -> places.put(module.name(), "jar:" + url(Path.of(jar)) + "!/"));
        }
    }

    @Override
    protected @Nullable Class<?> findClass(@Nullable String module, String name) {
        if (module != null && !places.containsKey(module)) {
            return null;
        }
        try {
            Class<?> found = loadClass(name);
            return Objects.equals(found.getModule().getName(), module) ? found : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Override
    protected @Nullable URL findResource(@Nullable String module, String name) throws IOException {
        if (module == null) {
            return findResource(name);
        }
        String place = places.get(module);
        if (place != null) {
            for (URL url : Collections.list(findResources(name))) {
                if (url.toString().startsWith(place)) {
                    return url;
                }
            }
        }
        return null;
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file.toString(), e); // no path of the default file system
        }
    }
}
