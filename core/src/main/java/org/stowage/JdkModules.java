package org.stowage;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import org.jspecify.annotations.Nullable;

/** The modules of the JDK, those among them too that a modular application did not ask for and that do not run. */
final class JdkModules {

    private JdkModules() {}

    static boolean contain(String module) {
        return ModuleFinder.ofSystem().find(module).isPresent();
    }

    /** Returns the module that has the package of a class, or null if none has. */
    static @Nullable String withPackageOf(String className) {
        String named = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            if (module.descriptor().packages().contains(named)) {
                return module.descriptor().name();
            }
        }
        return null;
    }
}
