package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.repository.Repository;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.fixture.JarMaker;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.PersistenceProvider;

/**
 * Providers of a folder where Stowage runs as modules: in a layer with a module {@code probe} that looks for them, and with a module {@code
 * shelf} that only the application has.
 */
class ProviderLayerTest {

    private static final Path[] STOWAGE = Stream.of(
                    PersistenceProvider.class, StoreLayer.class, ProviderRegistry.class, Repository.class)
            .map(JarMaker::locationOf)
            .toArray(Path[]::new);
    private static final String PROVIDES = "provides org.stowage.spi.PersistenceProvider with ";

    @TempDir
    static Path application;

    @TempDir
    Path folder;

    private static Method probe;

    @BeforeAll
    static void startsStowageAsModules() throws IOException, ReflectiveOperationException {
        Path shelf = library("shelf", "of the application").write(application.resolve("shelf.jar"));
        Path looking = new JarMaker()
                .source("probe.Probe", """
                        package probe;
                        import org.stowage.ProviderRegistry;
                        public class Probe {
                            public static java.util.List<String> look(java.nio.file.Path folder) {
                                try (var registry = ProviderRegistry.builder().folder(folder).build()) {
                                    var lines = new java.util.ArrayList<String>();
                                    registry.providers().forEach(p -> {
                                        Module module = p.provider().getClass().getModule();
                                        lines.add(p.name() + " says " + p.info().description() + " in " + module);
                                    });
                                    registry.rejected().forEach(r -> lines.add("rejected " + r));
                                    return lines;
                                }
                            }
                        }
                        """)
                .asModule("module probe { requires org.stowage; requires shelf; exports probe; }", with(shelf))
                .write(application.resolve("probe.jar"));
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration()
                .resolve(ModuleFinder.of(with(shelf, looking)), ModuleFinder.of(), List.of("probe"));
        ModuleLayer layer = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        probe = layer.findLoader("probe").loadClass("probe.Probe").getMethod("look", Path.class);
    }

    private static Path[] with(Path... others) {
        return Stream.concat(Arrays.stream(STOWAGE), Arrays.stream(others)).toArray(Path[]::new);
    }

    private static JarMaker library(String name, String text) {
        return new JarMaker()
                .source(name + ".Shelf", """
                        package %s;
                        public class Shelf { public static String text() { return "%s"; } }
                        """.formatted(name, text))
                .asModule("module " + name + " { exports " + name + "; }", STOWAGE);
    }

    /** Returns a provider of a class {@code In} that describes itself by what an expression gives. */
    private static JarMaker provider(String name, String expression) {
        return new JarMaker()
                .providerWithInfo(
                        name + ".In", "return " + JarMaker.info(name, "1").replace("\"for tests\"", expression));
    }

    @SuppressWarnings("unchecked")
    private List<String> asModules() throws ReflectiveOperationException {
        return (List<String>) probe.invoke(null, folder);
    }

    private List<String> asClassPath() {
        try (ProviderRegistry registry =
                ProviderRegistry.builder().folder(folder).build()) {
            assertThat(registry.rejected()).isEmpty();
            return registry.providers().stream()
                    .map(each -> each.name() + " says " + each.info().description())
                    .toList();
        }
    }

    @Test
    void givesEachModularProviderALayerOfItsOwnWithItsOwnLibraries() throws IOException, ReflectiveOperationException {
        for (String version : List.of("1", "2")) {
            String name = "own" + version;
            Path unit = folder.resolve(name);
            Path shelf = library("shelf", "version " + version).write(unit.resolve("shelf.jar"));
            provider(name, "shelf.Shelf.text()")
                    .asModule(
                            "module " + name + " { requires org.stowage.spi; requires shelf; " + PROVIDES + name
                                    + ".In; }",
                            with(shelf))
                    .write(unit.resolve("provider.jar"));
        }
        assertThat(asModules())
                .containsExactly("own1 says version 1 in module own1", "own2 says version 2 in module own2");
        assertThat(asClassPath()).containsExactly("own1 says version 1", "own2 says version 2");
    }

    @Test
    void letsAModuleFindItsFilesItsClassesAndItsServices() throws IOException, ReflectiveOperationException {
        new JarMaker()
                .source("reading.Service", """
                        package reading;
                        public class Service implements java.util.function.Supplier<String> {
                            public String get() { return "served"; }
                        }
                        """)
                .source("reading.In", """
                        package reading;
                        public class In implements org.stowage.spi.PersistenceProvider {
                            public org.stowage.spi.ProviderInfo info() { return %s }
                            public java.util.List<org.stowage.spi.StoreOption> options() { return java.util.List.of(); }
                            public org.stowage.spi.Store open(org.stowage.spi.StoreConfig config) { return null; }
                            private static String found() {
                                try (var file = In.class.getResourceAsStream("file.txt")) {
                                    return new String(file.readAllBytes()) + ", "
                                        + Class.forName("reading.Service").getSimpleName() + ", "
                                        + java.util.ServiceLoader.load(java.util.function.Supplier.class)
                                            .findFirst().orElseThrow().get();
                                } catch (java.io.IOException | ClassNotFoundException e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                        }
                        """.formatted(
                                JarMaker.info("reading", "1").replace("\"for tests\"", "found()")))
                .asModule(
                        "module reading { requires org.stowage.spi; uses java.util.function.Supplier;"
                                + " provides java.util.function.Supplier with reading.Service; " + PROVIDES
                                + "reading.In; }",
                        STOWAGE)
                .entry("reading/file.txt", "read".getBytes(StandardCharsets.UTF_8))
                .entry(
                        "META-INF/services/java.util.function.Supplier",
                        "reading.Service".getBytes(StandardCharsets.UTF_8))
                .write(folder.resolve("reading.jar"));
        assertThat(asModules()).containsExactly("reading says read, Service, served in module reading");
        assertThat(asClassPath()).containsExactly("reading says read, Service, served");
    }

    @Test
    void takesAModuleThatHasOnlyAServicesLine() throws IOException, ReflectiveOperationException {
        provider("silent", "\"a line\"")
                .asModule("module silent { requires org.stowage.spi; }", STOWAGE)
                .services("silent.In")
                .write(folder.resolve("silent.jar"));
        assertThat(asModules()).containsExactly("silent says a line in module silent");
        assertThat(asClassPath()).containsExactly("silent says a line");
    }

    @Test
    void loadsWhatIsNotModularThroughoutAsAClassPath() throws IOException, ReflectiveOperationException {
        Path plain = new JarMaker()
                .source(
                        "plain.Shelf",
                        "package plain; public class Shelf { public static String text() { return \"plain\"; } }")
                .write(folder.resolve("mixed/plain.jar"));
        provider("mixed", "plain.Shelf.text()")
                .asModule(
                        "module mixed { requires org.stowage.spi; requires plain; " + PROVIDES + "mixed.In; }",
                        with(plain))
                .write(folder.resolve("mixed/provider.jar"));
        assertThat(asModules()).singleElement().asString().startsWith("mixed says plain in unnamed module");
        assertThat(asClassPath()).containsExactly("mixed says plain");
    }

    @Test
    void doesNotLendModulesOfTheApplication() throws IOException, ReflectiveOperationException {
        provider("borrowing", "shelf.Shelf.text()")
                .asModule(
                        "module borrowing { requires org.stowage.spi; requires shelf; " + PROVIDES + "borrowing.In; }",
                        with(application.resolve("shelf.jar")))
                .write(folder.resolve("borrowing.jar"));
        assertThat(asModules())
                .containsExactly("rejected " + folder.resolve("borrowing.jar")
                        + ": its module 'borrowing' requires module 'shelf', which is not there; modules of the"
                        + " application are none of a provider's; put the provider and the JARs that it needs together"
                        + " into a folder of their own in the providers' folder");
    }

    @Test
    void rejectsModulesThatDoNotFitTogether() throws IOException, ReflectiveOperationException {
        provider("split", "\"split\"")
                .asModule(
                        "module split { requires org.stowage.spi; requires shelf; " + PROVIDES + "split.In; }",
                        with(application.resolve("shelf.jar")))
                .write(folder.resolve("unit/provider.jar"));
        new JarMaker()
                .source("shelf.Shelf", "package shelf; public class Shelf {}")
                .source("split.Other", "package split; public class Other {}")
                .asModule("module shelf { exports shelf; }", STOWAGE)
                .write(folder.resolve("unit/shelf.jar"));
        assertThat(asModules())
                .singleElement()
                .asString()
                .startsWith("rejected " + folder.resolve("unit") + ": its modules do not fit together: ");
    }
}
