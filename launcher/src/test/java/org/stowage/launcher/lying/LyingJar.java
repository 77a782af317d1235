package org.stowage.launcher.lying;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The provider that lies as a JAR that can be dropped in. */
public final class LyingJar {

    private LyingJar() {}

    /** Writes the JAR. */
    public static void write(Path jar) throws IOException {
        String type = LyingProvider.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Objects.requireNonNull(
                        LyingProvider.class.getClassLoader().getResourceAsStream(type))) {
            output.putNextEntry(new JarEntry(type));
            code.transferTo(output);
            output.putNextEntry(new JarEntry("META-INF/services/org.stowage.spi.PersistenceProvider"));
            output.write(LyingProvider.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }
}
