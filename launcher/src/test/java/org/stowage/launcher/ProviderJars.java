package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Providers of strangers, compiled while a test runs, and JARs of them, right ones and wrong ones. */
final class ProviderJars {

    private static final String SERVICE_FILE = "META-INF/services/org.stowage.spi.PersistenceProvider";

    private final Path classes;
    private final List<JavaFileObject> sources = new ArrayList<>();

    ProviderJars(Path classes) {
        this.classes = classes;
    }

    /**
     * Adds a provider in version 7 that is named as its class and keeps rows in memory.
     *
     * @param members what else its class has
     */
    ProviderJars add(String className, String members) {
        return add(className, className.toLowerCase(Locale.ROOT), "1", members);
    }

    ProviderJars add(String className, String name, String spi, String members) {
        String source = "import org.stowage.spi.*; import java.util.List; public final class " + className
                + " implements PersistenceProvider { " + members
                + " public ProviderInfo info() { return new ProviderInfo(\"" + name
                + "\", \"7\", \"for a test\", SpiVersions.only(" + spi
                + "), new Capabilities(Capabilities.Durability.NONE,"
                + " Capabilities.Concurrency.ONE_WRITER, Capabilities.Sharing.PRIVATE)); }"
                + " public List<StoreOption> options() { return List.of(); }"
                + " public Store open(StoreConfig config)"
                + " { return org.stowage.spi.engine.Engine.named(config.store()).open(); } }";
        URI uri = URI.create("string:///" + className + ".java");
        sources.add(new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        });
        return this;
    }

    /** Compiles all of them. */
    ProviderJars compile() {
        List<String> options =
                List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        assertThat(Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK")
                        .getTask(null, null, null, options, null, sources)
                        .call())
                .isTrue();
        return this;
    }

    byte[] classFile(String className) {
        try {
            return Files.readAllBytes(classes.resolve(className + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a JAR with a provider that its service file names. */
    Path write(Path jar, String className) {
        return write(jar, className, className, classFile(className));
    }

    /**
     * Writes a JAR.
     *
     * @param named what its service file names, or null if it has none
     * @param className the class that it holds
     * @param classFile the content of that
     */
    Path write(Path jar, @Nullable String named, String className, byte[] classFile) {
        try (OutputStream output = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(output)) {
            entries.putNextEntry(new JarEntry(className + ".class"));
            entries.write(classFile);
            if (named != null) {
                entries.putNextEntry(new JarEntry(SERVICE_FILE));
                entries.write(named.getBytes(StandardCharsets.UTF_8));
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
