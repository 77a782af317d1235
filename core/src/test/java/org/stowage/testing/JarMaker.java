package org.stowage.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.stowage.spi.PersistenceProvider;

/** Makes real JARs of source texts, right and wrong ones. */
public final class JarMaker {

    private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> modulePath = new ArrayList<>();
    private UnaryOperator<byte[]> afterwards = bytes -> bytes;

    /** Adds a class of its own source text. */
    public JarMaker source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Adds a provider class whose {@code info()} gives a name, and whose constructor and {@code open} do as the texts say. */
    public JarMaker provider(String className, String providerName, String inConstructor, String inOpen) {
        return source(className, providerSource(className, "return " + info(providerName, "1"), inConstructor, inOpen));
    }

    /** Adds a provider class whose {@code info()} is the given statement. */
    public JarMaker providerWithInfo(String className, String infoStatement) {
        return source(className, providerSource(className, infoStatement, "", "throw new IllegalStateException();"));
    }

    /** Returns the text that makes a description. */
    public static String info(String providerName, String spiVersions) {
        return "new org.stowage.spi.ProviderInfo(\"%s\", \"1.0\", \"for tests\", org.stowage.spi.SpiVersions.only(%s), "
                        .formatted(providerName, spiVersions)
                + "new org.stowage.spi.Capabilities(org.stowage.spi.Capabilities.Durability.NONE, "
                + "org.stowage.spi.Capabilities.Concurrency.SERIAL, org.stowage.spi.Capabilities.Sharing.PRIVATE));";
    }

    private static String providerSource(String className, String infoStatement, String inConstructor, String inOpen) {
        int dot = className.lastIndexOf('.');
        return """
                package %s;
                public class %s implements org.stowage.spi.PersistenceProvider {
                    public %s() { %s }
                    public org.stowage.spi.ProviderInfo info() { %s }
                    public java.util.List<org.stowage.spi.StoreOption> options() { return java.util.List.of(); }
                    public org.stowage.spi.Store open(org.stowage.spi.StoreConfig config) { %s }
                }
                """.formatted(
                        className.substring(0, dot),
                        className.substring(dot + 1),
                        className.substring(dot + 1),
                        inConstructor,
                        infoStatement,
                        inOpen);
    }

    /** Names providers in the service file. */
    public JarMaker services(String... lines) {
        return entry(
                "META-INF/services/" + PersistenceProvider.class.getName(),
                String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    public JarMaker entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Compiles against another JAR, which is not packed. */
    public JarMaker against(Path jar) {
        classPath.add(jar);
        return this;
    }

    /** Compiles as a module against these modules. */
    public JarMaker asModule(String text, Path... modules) {
        modulePath.addAll(List.of(modules));
        return source("module-info", text);
    }

    /** Changes the bytes of every class. */
    public JarMaker thenChange(UnaryOperator<byte[]> change) {
        afterwards = change;
        return this;
    }

    /** Writes the JAR and returns its path. */
    public Path write(Path jar) throws IOException {
        compile();
        Files.createDirectories(jar.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                content.putNextEntry(new JarEntry(entry.getKey()));
                content.write(entry.getValue());
                content.closeEntry();
            }
        }
        return jar;
    }

    private void compile() throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        List<String> options = new ArrayList<>(List.of("-proc:none", "--release", "21"));
        if (modulePath.isEmpty()) {
            classPath.add(locationOf(PersistenceProvider.class));
            options.addAll(List.of("-classpath", joined(classPath)));
        } else {
            options.addAll(List.of("--module-path", joined(modulePath)));
        }
        // Most tests want the same class beside another one, and the compiler takes its time.
        String task = options + sources.toString();
        Map<String, byte[]> classes = COMPILED.get(task);
        if (classes == null) {
            classes = compiled(options);
            COMPILED.put(task, classes);
        }
        classes.forEach((name, bytes) -> entries.put(name, afterwards.apply(bytes)));
    }

    private Map<String, byte[]> compiled(List<String> options) throws IOException {
        Path folder = Files.createTempDirectory("classes");
        options.addAll(List.of("-d", folder.toString()));
        StringWriter output = new StringWriter();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        if (!ToolProvider.getSystemJavaCompiler()
                .getTask(output, null, null, options, null, units)
                .call()) {
            throw new IllegalArgumentException(output.toString());
        }
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            // The deepest first, so that a folder is empty when its turn to go comes.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(file)) {
                    classes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
                Files.delete(file);
            }
        }
        return classes;
    }

    private static String joined(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }

    /** Returns the JAR or folder that a class was loaded from. */
    public static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
