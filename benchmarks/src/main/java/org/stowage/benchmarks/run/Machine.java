package org.stowage.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where and how it was measured.
 *
 * @param processors how many
 * @param processor what it is called
 * @param system the operating system
 * @param java its version
 * @param versions of the libraries of those who took part
 * @param rounds how often everybody took a turn
 * @param turnMillis how long a turn was
 */
public record Machine(
        int processors,
        String processor,
        String system,
        String java,
        List<String> versions,
        int rounds,
        int turnMillis) {

    private static final Pattern LIBRARIES = Pattern.compile(
            "(sqlite-jdbc|jooq|hibernate-core|jdbi3-core|spring-data-jdbc|spring-data-keyvalue|h2|nitrite|jackson-databind)-[0-9].*\\.jar");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine here(Settings settings) throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version"),
                libraries(),
                settings.rounds(),
                settings.turnMillis());
    }

    private static String processorName() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static List<String> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .filter(name -> LIBRARIES.matcher(name).matches())
                .map(name -> name.substring(0, name.length() - ".jar".length()))
                .map(name -> name.replaceFirst("-(?=[0-9])", " "))
                .sorted()
                .toList();
    }
}
