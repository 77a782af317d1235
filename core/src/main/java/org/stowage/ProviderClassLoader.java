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
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.guard.ExitRedirection;
import org.stowage.internal.guard.GuardedSystem;

/**
 * Defines the classes of the JARs of one provider of a folder, which sees them, the JDK and the SPI. Every class that such a provider
 * brings goes through here.
 */
final class ProviderClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** What the names of all of these loaders, and of no other, begin with; a stack trace says no more of a loader. */
    static final String NAMES = "provider ";

    private final JarClasses classes;

    /** Where the files of modules are, by the names of the modules. */
    private final Map<String, String> places = new ConcurrentHashMap<>();

    /**
     * Creates the loader, which holds the files open until it is closed.
     *
     * @param name for stack traces
     */
    ProviderClassLoader(String name, List<Path> jars) {
        super(name, jars.stream().map(ProviderClassLoader::url).toArray(URL[]::new), new IsolatingClassLoader());
        this.classes = new JarClasses(jars);
        GuardedSystem.showTo(getUnnamedModule());
    }

    /** Defines a class as the loader of the JDK does, but for calls that would end the process. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarClasses.Found found;
        try {
            found = classes.find(name.replace('.', '/').concat(".class"));
        } catch (IOException | IllegalStateException e) {
            throw new ClassNotFoundException(name, e); // The files are closed, or damaged.
        }
        if (found == null) {
            // Not in a JAR that another one names in its manifest either: that may be anywhere, as a link may lead
            // anywhere.
            throw new ClassNotFoundException(name);
        }
        definePackage(name, found);
        byte[] content = ExitRedirection.of(found.content());
        return defineClass(name, content, 0, content.length, found.source());
    }

    private void definePackage(String className, JarClasses.Found found) {
        int dot = className.lastIndexOf('.');
        if (dot < 0) {
            return;
        }
        String name = className.substring(0, dot);
        URL jar = found.source().getLocation();
        Package before = definedPackage(name, found.manifest(), jar);
        if (before.isSealed() && !before.isSealed(jar)) {
            throw new SecurityException("package '" + name + "' is sealed, and " + jar + " has a class of it too");
        }
    }

    private Package definedPackage(String name, @Nullable Manifest manifest, URL jar) {
        Package before = getDefinedPackage(name);
        if (before != null) {
            return before;
        }
        try {
            return manifest == null
                    ? definePackage(name, null, null, null, null, null, null, null)
                    : definePackage(name, manifest, jar);
        } catch (IllegalArgumentException e) {
            return Objects.requireNonNull(getDefinedPackage(name)); // Another thread was faster.
        }
    }

    @Override
    public void close() throws IOException {
        try (classes) {
            super.close();
        }
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
