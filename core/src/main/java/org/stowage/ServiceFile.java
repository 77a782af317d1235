package org.stowage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stowage.spi.PersistenceProvider;

/** The file that names the providers of a JAR. */
final class ServiceFile {

    /** Its path in a JAR. */
    static final String PATH = "META-INF/services/" + PersistenceProvider.class.getName();

    private ServiceFile() {}

    /** Returns the class names in it, each once, in order. */
    static List<String> classNames(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        // The cache would hold the JAR open for good.
        connection.setUseCaches(false);
        try (InputStream content = connection.getInputStream()) {
            return classNames(content);
        }
    }

    /** Returns the class names in it, each once, in order. */
    static List<String> classNames(InputStream content) throws IOException {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(ServiceFile::withoutComment)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
