package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ProvidersFolder;
import org.stowage.fixture.SignedJar;
import org.stowage.spi.PersistenceProvider;

/** Classes that implement the SPI and that nobody names: their authors are told what to add, and where. */
class UndeclaredProviderTest {

    private static final String LINE =
            "add the line 'lost.Lost' to its file 'META-INF/services/org.stowage.spi.PersistenceProvider'";
    private static final String UNNAMED =
            "the class implements org.stowage.spi.PersistenceProvider, and nothing names it";

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private ProvidersFolder providers;

    @BeforeEach
    void hasAGoodOne() throws IOException {
        providers = new ProvidersFolder(folder);
    }

    private static JarMaker lost() {
        return new JarMaker().provider("lost.Lost", "lost", "", "return null;");
    }

    @Test
    void namesAClassInAJarWithoutAServicesLine() throws IOException {
        lost().entry("lost/Damaged.class", new byte[10]).write(providers.resolve("lost.jar"));
        providers.assertRejected("lost.jar", UNNAMED, LINE);
        try (ProviderRegistry registry = providers.registry()) {
            assertThat(registry.rejected().get(0).className()).isEqualTo("lost.Lost");
        }
    }

    @Test
    void namesAClassThatImplementsTheSpiThroughOthers() throws IOException {
        new JarMaker()
                .provider("base.Base", "lost", "", "return null;")
                .source("lost.Lost", "package lost; public class Lost extends base.Base {}")
                .write(elsewhere.resolve("both.jar"));
        new JarMaker()
                .entry("base/Base.class", SignedJar.entry(elsewhere.resolve("both.jar"), "base/Base.class"))
                .services("base.Base")
                .write(providers.resolve("unit/base.jar"));
        new JarMaker()
                .entry("lost/Lost.class", SignedJar.entry(elsewhere.resolve("both.jar"), "lost/Lost.class"))
                .write(providers.resolve("unit/lost.jar"));
        try (ProviderRegistry registry = providers.builder().thorough().build()) {
            assertThat(registry.find("lost").orElseThrow().className()).isEqualTo("base.Base");
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::place, RejectedProvider::className, RejectedProvider::reason)
                    .containsExactly(tuple(providers.resolve("unit/lost.jar").toString(), "lost.Lost", UNNAMED));
        }
        try (ProviderRegistry registry = providers.registry()) {
            assertThat(registry.rejected()).isEmpty();
        }
    }

    @Test
    void saysWhatElseIsWrongWithSuchAClass() throws IOException {
        new JarMaker().source("lost.Lost", """
                        package lost;
                        abstract class Lost implements org.stowage.spi.PersistenceProvider {}
                        """).write(providers.resolve("lost.jar"));
        providers.assertRejected(
                "lost.jar", UNNAMED + "; nor is it public with a public constructor", "make it so, and " + LINE);
    }

    @Test
    void namesTheModuleThatForgetsToProvide() throws IOException {
        lost().asModule("module lost { requires org.stowage.spi; }", JarMaker.locationOf(PersistenceProvider.class))
                .write(providers.resolve("lost.jar"));
        providers.assertRejected(
                "lost.jar",
                UNNAMED,
                "add 'provides org.stowage.spi.PersistenceProvider with lost.Lost;' to its module-info");
    }

    @Test
    void saysThatALibraryIsNoProvider() throws IOException {
        new JarMaker().source("lib.Lib", "package lib; public class Lib {}").write(providers.resolve("lib.jar"));
        providers.assertRejected(
                "lib.jar",
                "it names no provider: there is no META-INF/services/org.stowage.spi.PersistenceProvider, and no class",
                "if it is a library, put it into a folder together with the provider that needs it");
    }

    @Test
    void saysOfAModuleWithoutAProviderThatItProvidesNone() throws IOException {
        new JarMaker()
                .source("lib.Lib", "package lib; public class Lib {}")
                .asModule("module lib { exports lib; }", JarMaker.locationOf(PersistenceProvider.class))
                .write(providers.resolve("lib.jar"));
        providers.assertRejected(
                "lib.jar", "its module-info provides no org.stowage.spi.PersistenceProvider", "add that file");
    }

    @Test
    void looksIntoTheClassPathIfItIsAskedTo() throws IOException {
        Path jar = lost().write(elsewhere.resolve("lost.jar"));
        Path classes = Files.createDirectories(elsewhere.resolve("classes/lost"));
        Files.write(
                classes.resolve("Other.class"),
                SignedJar.entry(
                        new JarMaker()
                                .provider("lost.Other", "other", "", "return null;")
                                .write(elsewhere.resolve("other.jar")),
                        "lost/Other.class"));
        URL[] path = {jar.toUri().toURL(), classes.getParent().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
                ProviderRegistry quick =
                        ProviderRegistry.builder().classLoader(loader).build();
                ProviderRegistry thorough = ProviderRegistry.builder()
                        .classLoader(loader)
                        .thorough()
                        .build()) {
            assertThat(quick.rejected()).isEmpty();
            assertThat(thorough.rejected())
                    .extracting(RejectedProvider::place, RejectedProvider::className, RejectedProvider::reason)
                    .containsExactly(
                            tuple(jar.toString(), "lost.Lost", UNNAMED),
                            tuple(classes.getParent().toString(), "lost.Other", UNNAMED));
        }
    }
}
