package org.stowage;

import java.util.List;

/** Decides how the JARs of one provider of a folder are loaded. */
final class ProviderLoader {

    private ProviderLoader() {}

    /**
     * Returns a loader of JARs that belong together, which the caller closes.
     *
     * @param jars at least one, in the order in which classes are looked for
     */
    static ProviderClassLoader load(List<ProviderJar> jars) {
        String name = jars.get(0).file().getFileName().toString();
        return new ProviderClassLoader(
                name, jars.stream().map(ProviderJar::file).toList());
    }
}
