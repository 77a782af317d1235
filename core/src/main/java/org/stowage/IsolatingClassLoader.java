package org.stowage;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.guard.GuardedSystem;
import org.stowage.spi.PersistenceProvider;

/**
 * What a provider from a folder sees beside its own JARs: the JDK and the SPI, and nothing of the application or of other providers. So
 * its libraries are its own, in whatever version.
 */
final class IsolatingClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String SPI = "org.stowage.spi.";

    IsolatingClassLoader() {
        super("stowage-spi", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(GuardedSystem.class.getName())) {
            return GuardedSystem.class; // Nobody names it but what ProviderClassLoader has put there.
        }
        return name.startsWith(SPI)
                ? Class.forName(name, false, PersistenceProvider.class.getClassLoader())
                : ofJdk(super.loadClass(name, resolve));
    }

    /** Refuses what is none of the JDK's: the loaders of Java show each other the modules of the application. */
    @SuppressWarnings("ReferenceEquality") // There is one loader of the platform.
    private static Class<?> ofJdk(Class<?> found) throws ClassNotFoundException {
        ClassLoader loader = found.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return found;
        }
        String module = String.valueOf(found.getModule().getName());
        if (module.startsWith("java.") || module.startsWith("jdk.")) {
            return found;
        }
        throw new ClassNotFoundException(found.getName());
    }

    // The JDK's own providers are found by its modules; a service file that the platform shows is none of a provider's.
    @Override
    public @Nullable URL getResource(String name) {
        return name.equals(ServiceFile.PATH) ? null : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(ServiceFile.PATH) ? Collections.emptyEnumeration() : super.getResources(name);
    }
}
