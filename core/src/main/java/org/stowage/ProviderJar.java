package org.stowage;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A JAR in a folder of providers.
 *
 * @param file where it is
 * @param classNames the classes that it names as providers, in a service file or in its module declaration
 * @param modular whether it has a module declaration
 */
record ProviderJar(Path file, List<String> classNames, boolean modular) {

    /**
     * Reads what a JAR says about itself.
     *
     * @throws IOException if it is no JAR, or is damaged
     */
    static ProviderJar read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            Set<String> classNames = new LinkedHashSet<>();
            ZipEntry services = jar.getEntry(ServiceFile.PATH);
            if (services != null) {
                try (InputStream content = jar.getInputStream(services)) {
                    classNames.addAll(ServiceFile.classNames(content));
                }
            }
            ZipEntry module = jar.getEntry("module-info.class");
            if (module != null) {
                try (InputStream content = jar.getInputStream(module)) {
                    classNames.addAll(ModuleSearch.declared(ModuleDescriptor.read(content)));
                }
            }
            return new ProviderJar(file, List.copyOf(classNames), module != null);
        }
    }
}
