package org.stowage.processor;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources that tests compile. */
final class Resources {

    private Resources() {}

    static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.sorted().toList();
        }
    }

    /** Returns the entity that most repositories of the tests are about. */
    static String restaurant() throws IOException {
        return Files.readString(path("domain/Restaurant.java"));
    }

    private static Path path(String name) {
        try {
            return Path.of(Resources.class.getResource("/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
