package org.stowage.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a command takes from its start to its end. {@link BareProgram} is started by the very script of Stowage: it has a folder like
 * that of the distribution, in which its own JAR is in the place of the launcher's, so that whatever the script does is done for both.
 */
public final class StartUp implements Probe {

    /** The system property that says where the sources are. */
    public static final String ROOT = "stowage.benchmarks.root";

    private static final double NANOS_IN_SECOND = 1e9;
    private static final int FIRST_STARTS = 3;
    private static final Pattern LIBRARIES =
            Pattern.compile("(picocli|jooq|sqlite-jdbc|r2dbc-spi|reactive-streams|slf4j-api|slf4j-nop)-[0-9].*\\.jar");
    private static final String LAUNCHER = "stowage-launcher.jar";

    private Path home = Path.of("");
    private Path database = Path.of("");

    /** Makes a probe. */
    public StartUp() {}

    /** What is started. */
    public enum Program {
        /** The least that does it. */
        BARE,
        /** The same again, as control. */
        BARE_AGAIN,
        /** The list of providers. */
        PROVIDERS,
        /** One row. */
        GET
    }

    @Override
    public void begin(Map<String, String> parameters) throws Exception {
        Path folder = Files.createTempDirectory(Arena.parent(), "start-");
        database = folder.resolve("products.db");
        try (Contender contender = StowageContender.open("sqlite:" + database, Indexes.CATEGORY)) {
            contender.insertAll(Catalogue.products(1_000));
        }
        Path distribution = Path.of(System.getProperty(ROOT, ""), "launcher", "target", "stowage");
        if (!Files.isDirectory(distribution)) {
            throw new IOException(
                    "'" + distribution + "' is not there: expected the distribution, which ./stowage builds");
        }
        home = folder.resolve("home");
        copy(distribution, home);
        switch (program(parameters)) {
            case BARE, BARE_AGAIN -> replaceLauncher();
            case PROVIDERS, GET -> {}
        }
        // The first starts make what later ones use.
        for (int i = 0; i < FIRST_STARTS; i++) {
            measure(parameters);
        }
    }

    private static Program program(Map<String, String> parameters) {
        return Program.valueOf(parameters.getOrDefault("program", ""));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (!path.toString().endsWith(".jsa") && !path.toString().endsWith(".aot")) {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private void replaceLauncher() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, BareProgram.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, libraries());
        attributes.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        String name = BareProgram.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(home.resolve("lib").resolve(LAUNCHER));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new JarEntry(name));
            jar.write(BareProgram.class.getResourceAsStream("/" + name).readAllBytes());
        }
    }

    /** Puts the libraries beside the JAR: what stands elsewhere is not kept in an archive of classes. */
    private String libraries() throws IOException {
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1)) {
            Path library = Path.of(entry);
            String name = String.valueOf(library.getFileName());
            if (LIBRARIES.matcher(name).matches()) {
                Files.copy(library, home.resolve("lib").resolve(name), StandardCopyOption.REPLACE_EXISTING);
                names.add(name);
            }
        }
        return String.join(" ", names);
    }

    @Override
    public double measure(Map<String, String> parameters) throws Exception {
        ProcessBuilder command = new ProcessBuilder(command(program(parameters)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        int status = command.start().waitFor();
        double seconds = (System.nanoTime() - start) / NANOS_IN_SECOND;
        if (status != 0) {
            throw new IOException("the command " + command.command() + " ended with '" + status + "'");
        }
        return seconds;
    }

    private List<String> command(Program program) {
        String script = home.resolve("bin").resolve("stowage").toString();
        return switch (program) {
            case BARE, BARE_AGAIN -> List.of(script, "get", database.toString(), "500");
            case PROVIDERS -> List.of(script, "providers");
            case GET -> List.of(script, "get", "--provider", "sqlite", "--at", database.toString(), "Product", "500");
        };
    }
}
