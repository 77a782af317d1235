package org.stowage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.InvalidModuleDescriptorException;
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

    private static final int LARGEST_DECLARATION = 1 << 20;
    private static final int FIRST_CLASS_VERSION = 44; // that of Java 0, as it were

    /**
     * Reads what a JAR says about itself.
     *
     * @throws UnusableJarException if it must not or cannot be used
     */
    static ProviderJar read(Path file) throws UnusableJarException {
        try {
            JarDirectory.check(file);
            try (JarFile jar = open(file)) {
                return read(file, jar);
            }
        } catch (IOException | RuntimeException e) {
            throw new UnusableJarException(
                    "it is no JAR, or a damaged one: " + e.getMessage(), "build or download it again", e);
        }
    }

    /** Opens a JAR as this Java sees it, without looking at signatures. */
    static JarFile open(Path file) throws IOException {
        return new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
    }

    private static ProviderJar read(Path file, JarFile jar) throws IOException, UnusableJarException {
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
                classNames.addAll(ModuleSearch.declared(declaration(content)));
            }
        }
        return new ProviderJar(file, List.copyOf(classNames), module != null);
    }

    private static ModuleDescriptor declaration(InputStream content) throws IOException, UnusableJarException {
        byte[] bytes = content.readNBytes(LARGEST_DECLARATION);
        try {
            return ModuleDescriptor.read(new ByteArrayInputStream(bytes));
        } catch (InvalidModuleDescriptorException e) {
            if (bytes.length > 7
                    && bytes[7] - FIRST_CLASS_VERSION > Runtime.version().feature()) {
                throw new UnusableJarException(Diagnosis.NEWER_JAVA, Diagnosis.OTHER_JAVA, e);
            }
            throw e;
        }
    }
}
