package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.repository.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.fixture.JarMaker;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.PersistenceProvider;

/** Runs a program whose Stowage and providers are modules, in a virtual machine of its own. */
class ModulePathTest {

    private static final List<Path> STOWAGE = Stream.of(
                    PersistenceProvider.class, StoreLayer.class, ProviderRegistry.class, Repository.class)
            .map(JarMaker::locationOf)
            .toList();

    @TempDir
    Path modules;

    @TempDir
    Path folder;

    private void module(String name, String inConstructor, boolean provides, boolean services) throws IOException {
        module(modules, name, "", inConstructor, provides, services);
    }

    private static void module(
            Path folder, String name, String requires, String inConstructor, boolean provides, boolean services)
            throws IOException {
        String type = name + ".Provider";
        JarMaker jar = new JarMaker()
                .provider(type, name, inConstructor, "return null;")
                .asModule(
                        "module " + name + " { requires org.stowage.spi; " + requires
                                + (provides
                                        ? "provides " + PersistenceProvider.class.getName() + " with " + type + ";"
                                        : "")
                                + " }",
                        STOWAGE.toArray(Path[]::new));
        if (services) {
            jar.services(type);
        }
        jar.write(folder.resolve(name + ".jar"));
    }

    private List<String> runProbe() throws IOException, InterruptedException {
        new JarMaker()
                .source("probe.Probe", """
                        package probe;
                        public class Probe {
                            static boolean mayCallNativeCode(org.stowage.RegisteredProvider provider) {
                                try {
                                    return (boolean) Module.class.getMethod("isNativeAccessEnabled")
                                            .invoke(provider.provider().getClass().getModule());
                                } catch (ReflectiveOperationException e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                            public static void main(String[] arguments) {
                                try (var registry = org.stowage.ProviderRegistry.builder().applicationPath()
                                        .folder(java.nio.file.Path.of(arguments[0])).thorough().build()) {
                                    registry.providers().forEach(p -> System.out.println(
                                            "found " + p.name() + " by " + p.mechanism() + " in " + p.place()
                                            + (mayCallNativeCode(p) ? ", with native access" : "")));
                                    registry.rejected().forEach(r -> System.out.println("rejected " + r));
                                }
                            }
                        }
                        """)
                .asModule("module probe { requires org.stowage; }", STOWAGE.toArray(Path[]::new))
                .write(modules.resolve("probe.jar"));
        String path = Stream.concat(STOWAGE.stream(), Stream.of(modules))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Path output = modules.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:disable",
                        "--module-path",
                        path,
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "--enable-native-access=org.stowage",
                        "--module",
                        "probe/probe.Probe",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Java would tell of them among the lines.
        builder.environment()
                .keySet()
                .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        int exit = builder.start().waitFor();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(exit).as(String.join("\n", lines)).isZero();
        return lines;
    }

    @Test
    void findsModulesThatProvideAndNamesTheRemedyForThoseThatDoNot() throws IOException, InterruptedException {
        module("works", "", true, true);
        module("forgets", "", false, true);
        module("silent", "", false, false);
        module("throwing", "if (true) throw new IllegalStateException(\"no luck\");", true, false);
        module(folder, "dropped", "", "", true, false);
        module(folder, "tabular", "requires java.sql;", "", true, false);
        new JarMaker()
                .provider("plain.Provider", "plain", "new java.sql.Date(0);", "return null;")
                .services("plain.Provider")
                .write(folder.resolve("plain.jar"));

        List<String> lines = runProbe();

        assertThat(lines).hasSize(7);
        assertThat(lines)
                .contains(
                        "found dropped by folder in " + folder.resolve("dropped.jar") + ", with native access",
                        "rejected " + folder.resolve("tabular.jar") + ": its module 'tabular' requires the JDK's module"
                                + " 'java.sql', which does not run here; start Java with --add-modules java.sql",
                        "rejected plain.Provider in " + folder.resolve("plain.jar")
                                + ": it needs 'java.sql.Date' of the JDK's module 'java.sql', which does"
                                + " not run here; start Java with --add-modules java.sql")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("rejected silent.Provider in " + modules.resolve("silent.jar"))
                        .contains("nothing names it")
                        .contains("add 'provides org.stowage.spi.PersistenceProvider with silent.Provider;'"))
                .anySatisfy(line ->
                        assertThat(line).isEqualTo("found works by module path in " + modules.resolve("works.jar")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("rejected forgets.Provider in " + modules.resolve("forgets.jar"))
                        .contains("its module 'forgets' does not provide it")
                        .contains("add 'provides org.stowage.spi.PersistenceProvider with forgets.Provider'"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("rejected throwing.Provider in " + modules.resolve("throwing.jar"))
                        .contains("no luck"));
    }
}
