package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.fixture.JarMaker;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.BadConfigurationException;

class ProviderRegistryTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private ProviderRegistry registry() {
        return ProviderRegistry.builder().folder(folder).build();
    }

    private static JarMaker good(String className, String name) {
        return new JarMaker()
                .provider(className, name, "", "throw new IllegalStateException();")
                .services(className);
    }

    private void writeGood() throws IOException {
        good("good.Good", "good").write(folder.resolve("good.jar"));
    }

    /** Asserts that the good provider is there, and that exactly one thing is rejected, for the reason and with the remedy. */
    private void assertRejected(String place, String reason, String remedy) {
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::name)
                    .containsExactly("good");
            assertThat(registry.rejected()).hasSize(1);
            RejectedProvider rejected = registry.rejected().get(0);
            assertThat(rejected.place()).isEqualTo(folder.resolve(place).toString());
            assertThat(rejected.reason()).contains(reason);
            assertThat(rejected.remedy()).contains(remedy);
        }
    }

    @Test
    void findsAJarInAFolder() throws IOException {
        writeGood();
        try (ProviderRegistry registry = registry()) {
            RegisteredProvider provider = registry.provider("good");
            assertThat(provider.className()).isEqualTo("good.Good");
            assertThat(provider.place()).isEqualTo(folder.resolve("good.jar").toString());
            assertThat(provider.mechanism()).isEqualTo(Mechanism.FOLDER);
            assertThat(registry.rejected()).isEmpty();
        }
    }

    @Test
    void rejectsAServiceFileThatNamesAMissingClass() throws IOException {
        writeGood();
        new JarMaker().services("gone.Gone").write(folder.resolve("gone.jar"));
        assertRejected("gone.jar", "the class is not there", "service file");
    }

    @Test
    void rejectsAServiceFileWithAnImpossibleName() throws IOException {
        writeGood();
        new JarMaker().services("# nothing here", "not a class!").write(folder.resolve("odd.jar"));
        assertRejected("odd.jar", "the class is not there", "service file");
    }

    @Test
    void rejectsAClassThatIsNoProvider() throws IOException {
        writeGood();
        new JarMaker()
                .source("odd.Odd", "package odd; public class Odd {}")
                .services("odd.Odd")
                .write(folder.resolve("odd.jar"));
        assertRejected("odd.jar", "does not implement org.stowage.spi.PersistenceProvider", "service file");
    }

    @Test
    void rejectsAClassWithoutAPublicConstructor() throws IOException {
        writeGood();
        new JarMaker()
                .provider("odd.Base", "odd", "", "return null;")
                .source("odd.Odd", "package odd; public class Odd extends Base { Odd(int size) {} }")
                .services("odd.Odd")
                .write(folder.resolve("odd.jar"));
        assertRejected("odd.jar", "no public constructor without parameters", "give it one");
    }

    @Test
    void rejectsAConstructorThatThrows() throws IOException {
        writeGood();
        new JarMaker()
                .provider("bad.Bad", "bad", "if (true) throw new IllegalStateException(\"no disk\");", "return null;")
                .services("bad.Bad")
                .write(folder.resolve("bad.jar"));
        assertRejected("bad.jar", "its constructor throws java.lang.IllegalStateException: no disk", "author");
    }

    @Test
    void rejectsAConstructorThatThrowsAnError() throws IOException {
        writeGood();
        new JarMaker()
                .provider("bad.Bad", "bad", "new Bad();", "return null;")
                .services("bad.Bad")
                .write(folder.resolve("bad.jar"));
        assertRejected("bad.jar", "java.lang.StackOverflowError", "author");
    }

    @Test
    void rejectsAMissingLibraryAndSaysWhereItBelongs() throws IOException {
        writeGood();
        Path library = new JarMaker()
                .source("lib.Lib", "package lib; public class Lib { public static int one() { return 1; } }")
                .write(elsewhere.resolve("lib.jar"));
        new JarMaker()
                .against(library)
                .provider("bad.Bad", "bad", "lib.Lib.one();", "return null;")
                .services("bad.Bad")
                .write(folder.resolve("bad.jar"));
        assertRejected("bad.jar", "it needs 'lib.Lib', which is not there", "into a folder of their own");
    }

    @Test
    void rejectsAnInfoThatThrowsOrIsNullOrHasABadName() throws IOException {
        writeGood();
        new JarMaker()
                .providerWithInfo("a.Throwing", "throw new IllegalStateException(\"who am I\");")
                .providerWithInfo("a.Nothing", "return null;")
                .providerWithInfo("a.Named", "return " + JarMaker.info("No Name", "1"))
                .services("a.Throwing", "a.Nothing", "a.Named")
                .write(folder.resolve("a.jar"));
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::name)
                    .containsExactly("good");
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::reason)
                    .satisfiesExactly(
                            reason -> assertThat(reason)
                                    .contains("its info() throws")
                                    .contains("who am I"),
                            reason -> assertThat(reason).isEqualTo("its info() returns null"),
                            reason -> assertThat(reason).contains("provider name 'No Name'"));
        }
    }

    @Test
    void rejectsAProviderThatNeedsANewerSpi() throws IOException {
        writeGood();
        new JarMaker()
                .providerWithInfo("a.Newer", "return " + JarMaker.info("newer", "7"))
                .services("a.Newer")
                .write(folder.resolve("newer.jar"));
        assertRejected("newer.jar", "it needs version 7 of the SPI, and this is version 1", "newer Stowage");
    }

    @Test
    void rejectsAProviderThatDeclaresAnOptionOfTheEngine() throws IOException {
        writeGood();
        new JarMaker()
                .source("a.Own", """
                        package a;
                        public class Own implements org.stowage.spi.PersistenceProvider {
                            public org.stowage.spi.ProviderInfo info() { return %s }
                            public java.util.List<org.stowage.spi.StoreOption> options() {
                                return org.stowage.spi.EngineOptions.all();
                            }
                            public org.stowage.spi.Store open(org.stowage.spi.StoreConfig config) {
                                throw new IllegalStateException();
                            }
                        }
                        """.formatted(JarMaker.info("own", "1")))
                .services("a.Own")
                .write(folder.resolve("own.jar"));
        assertRejected("own.jar", "it declares option 'push-down', which is there already", "that every store has");
    }

    @Test
    void rejectsAProviderThatNeedsANewerJava() throws IOException {
        writeGood();
        good("a.Newer", "newer")
                .thenChange(bytes -> {
                    byte[] newer = bytes.clone();
                    newer[7] = 120; // the major version of the class file
                    return newer;
                })
                .write(folder.resolve("newer.jar"));
        assertRejected("newer.jar", "built for a newer Java", "newer Java");
    }

    @Test
    void rejectsAFileThatIsNoJarAndOneThatIsCutOff() throws IOException {
        writeGood();
        Files.writeString(folder.resolve("noise.jar"), "this is no JAR");
        Path whole = good("a.Cut", "cut").write(elsewhere.resolve("cut.jar"));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("cut.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::name)
                    .containsExactly("good");
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::place)
                    .containsExactly(
                            folder.resolve("cut.jar").toString(),
                            folder.resolve("noise.jar").toString());
            assertThat(registry.rejected())
                    .allSatisfy(rejected -> assertThat(rejected.reason()).startsWith("it is no JAR, or a damaged one"));
        }
    }

    @Test
    void rejectsAJarThatNamesNoProvider() throws IOException {
        writeGood();
        new JarMaker().source("lib.Lib", "package lib; public class Lib {}").write(folder.resolve("lib.jar"));
        assertRejected("lib.jar", "it names no provider: there is no META-INF/services/", "add that file");
    }

    @Test
    void rejectsAModuleThatForgetsToProvide() throws IOException {
        writeGood();
        new JarMaker()
                .source("lib.Lib", "package lib; public class Lib {}")
                .asModule("module lib { exports lib; }", JarMaker.locationOf(PersistenceProvider.class))
                .write(folder.resolve("lib.jar"));
        assertRejected("lib.jar", "its module-info provides no org.stowage.spi.PersistenceProvider", "add that file");
    }

    @Test
    void takesAModuleByWhatItProvides() throws IOException {
        new JarMaker()
                .provider("modular.Modular", "modular", "", "return null;")
                .asModule(
                        "module modular { requires org.stowage.spi; "
                                + "provides org.stowage.spi.PersistenceProvider with modular.Modular; }",
                        JarMaker.locationOf(PersistenceProvider.class),
                        JarMaker.locationOf(NullMarked.class))
                .write(folder.resolve("modular.jar"));
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::name)
                    .containsExactly("modular");
        }
    }

    @Test
    void rejectsBothOfTwoThatHaveTheSameName() throws IOException {
        writeGood();
        good("a.One", "twin").write(folder.resolve("one.jar"));
        good("b.Two", "twin").write(folder.resolve("two.jar"));
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::name)
                    .containsExactly("good");
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::className)
                    .containsExactly("a.One", "b.Two");
            assertThat(registry.rejected())
                    .allSatisfy(rejected -> assertThat(rejected.reason())
                            .contains("the name 'twin' is taken more than once")
                            .contains(folder.resolve("one.jar").toString())
                            .contains(folder.resolve("two.jar").toString()));
            assertThatThrownBy(() -> registry.provider("twin"))
                    .isInstanceOf(BadConfigurationException.class)
                    .hasMessageContaining("no provider is named 'twin'")
                    .hasMessageContaining("is taken more than once");
        }
    }

    @Test
    void countsTheSameJarOnceHoweverItIsReached() throws IOException {
        writeGood();
        URL jar = folder.resolve("good.jar").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, PersistenceProvider.class.getClassLoader());
                ProviderRegistry registry = ProviderRegistry.builder()
                        .classLoader(loader)
                        .classLoader(new ClassLoader(loader) {})
                        .folder(folder)
                        .folder(folder)
                        .build()) {
            assertThat(registry.find("good")).isPresent();
            assertThat(registry.rejected()).isEmpty();
        }
    }

    @Test
    void looksAtTheClassPathThatItIsGiven() throws IOException {
        writeGood();
        new JarMaker().services("gone.Gone").write(folder.resolve("gone.jar"));
        URL[] jars = {
            folder.resolve("gone.jar").toUri().toURL(),
            folder.resolve("good.jar").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(jars, PersistenceProvider.class.getClassLoader());
                ProviderRegistry registry =
                        ProviderRegistry.builder().classLoader(loader).build()) {
            RegisteredProvider good = registry.provider("good");
            assertThat(good.mechanism()).isEqualTo(Mechanism.CLASS_PATH);
            assertThat(good.place()).isEqualTo(folder.resolve("good.jar").toString());
            assertThat(registry.rejected())
                    .extracting(RejectedProvider::place, RejectedProvider::className)
                    .containsExactly(tuple(folder.resolve("gone.jar").toString(), "gone.Gone"));
        }
    }

    @Test
    void doesNotAskTheContextClassLoader() throws IOException {
        writeGood();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] jars = {folder.resolve("good.jar").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jars, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(ProviderRegistry.discover().find("good")).isEmpty();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void letsTwoProvidersBringTheSameLibraryInTwoVersions() throws IOException {
        for (String version : new String[] {"1", "2"}) {
            Path unit = folder.resolve("provider-" + version);
            Path library = new JarMaker()
                    .source(
                            "lib.Lib",
                            "package lib; public class Lib { public static String version() { return \"" + version
                                    + "\"; } }")
                    .write(unit.resolve("lib.jar"));
            new JarMaker()
                    .against(library)
                    .provider(
                            "brings.Provider" + version,
                            "brings-" + version,
                            "",
                            "throw new IllegalStateException(lib.Lib.version());")
                    .services("brings.Provider" + version)
                    .write(unit.resolve("provider.jar"));
        }
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.rejected()).isEmpty();
            for (String version : new String[] {"1", "2"}) {
                PersistenceProvider provider =
                        registry.provider("brings-" + version).provider();
                StoreConfig config = StoreConfig.of("main", null, true, provider, Map.of());
                assertThatThrownBy(() -> provider.open(config)).hasMessage(version);
            }
        }
    }

    @Test
    void hidesTheApplicationFromProvidersOfAFolder() throws IOException {
        good("a.Curious", "curious")
                .provider(
                        "a.Curious",
                        "curious",
                        "try { Class.forName(\"org.stowage.Stowage\"); throw new Error(\"it sees core\"); }"
                                + " catch (ClassNotFoundException e) { }",
                        "return null;")
                .write(folder.resolve("curious.jar"));
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.rejected()).isEmpty();
            assertThat(registry.find("curious")).isPresent();
        }
    }

    @Test
    void refusesALinkThatLeadsOutOfTheFolder() throws IOException {
        writeGood();
        Path outside = good("a.Outside", "outside").write(elsewhere.resolve("outside.jar"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), outside);
        assertRejected("link.jar", "a link that leads out of the folder", "put the JAR itself there");
        Files.delete(link);
    }

    @Test
    void rejectsAWholeFolderOfJarsIfOneIsDamaged() throws IOException {
        writeGood();
        good("a.Whole", "whole").write(folder.resolve("unit/whole.jar"));
        Files.writeString(folder.resolve("unit/library.jar"), "this is no JAR");
        assertRejected("unit/library.jar", "it is no JAR, or a damaged one", "again");
    }

    @Test
    void passesOverOtherFilesWithANote() throws IOException {
        writeGood();
        Files.writeString(folder.resolve("README.txt"), "put JARs here", StandardCharsets.UTF_8);
        Files.createDirectory(folder.resolve("empty"));
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.rejected()).isEmpty();
            assertThat(registry.notes())
                    .containsExactly(
                            folder.resolve("README.txt") + " is no JAR and was passed over",
                            folder.resolve("empty") + " holds no JAR and was passed over");
        }
    }

    @Test
    void saysWhatThereIsWhenANameIsUnknown() throws IOException {
        writeGood();
        new JarMaker().services("acme.store.Gone").write(folder.resolve("acme-store.jar"));
        try (ProviderRegistry registry = registry()) {
            assertThatThrownBy(() -> registry.provider("goood"))
                    .isInstanceOf(BadConfigurationException.class)
                    .hasMessage("no provider is named 'goood'; did you mean 'good'?; there is 'good' in the folder "
                            + folder);
            assertThatThrownBy(() -> registry.provider("acme-store"))
                    .hasMessageContaining("; rejected: acme.store.Gone in " + folder.resolve("acme-store.jar"))
                    .hasMessageContaining("the class is not there");
        }
    }

    @Test
    void givesBackTheJarsWhenItIsClosed() throws IOException {
        writeGood();
        ProviderRegistry registry = registry();
        ClassLoader loader = registry.provider("good").provider().getClass().getClassLoader();
        assertThat(loader.getResource("good/Good.class")).isNotNull();
        registry.close();
        registry.close();
        assertThat(loader.getResource("good/Good.class")).isNull();
    }
}
