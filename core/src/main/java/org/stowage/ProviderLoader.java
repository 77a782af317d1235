package org.stowage;

import java.io.IOException;
import java.util.List;

/** Decides how the JARs of one provider of a folder are loaded. */
final class ProviderLoader {

    private ProviderLoader() {}

    /**
     * Returns a loader of JARs that belong together, which the caller closes.
     *
     * @param jars at least one, in the order in which classes are looked for
     * @throws UnusableJarException if they are modules and one is missing
     */
    static ProviderClassLoader load(List<ProviderJar> jars) throws UnusableJarException {
        ProviderJar naming = jars.stream()
                .filter(jar -> !jar.classNames().isEmpty())
                .findFirst()
                .orElse(jars.get(0));
        String name = ProviderClassLoader.NAMES + naming.file().getFileName();
        ProviderClassLoader loader = new ProviderClassLoader(
                name, jars.stream().map(ProviderJar::file).toList());
        try {
            if (ProviderLayer.fits(jars)) {
                ProviderLayer.define(jars, loader);
            }
            return loader;
        } catch (UnusableJarException | RuntimeException | Error failure) {
            close(loader, failure);
            throw failure;
        }
    }

    private static void close(ProviderClassLoader loader, Throwable failure) {
        try {
            loader.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
