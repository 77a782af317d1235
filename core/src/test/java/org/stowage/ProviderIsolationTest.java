package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ProvidersFolder;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.StoreConfig;

/** What a provider of a folder sees, and what others see of it. */
class ProviderIsolationTest {

    private static final String CONTEXT = "Thread.currentThread().getContextClassLoader()";

    @TempDir
    Path folder;

    private ProvidersFolder providers;

    @BeforeEach
    void hasAGoodOne() throws IOException {
        providers = new ProvidersFolder(folder);
    }

    @Test
    void letsTwoProvidersBringTheSameLibraryInTwoVersions() throws IOException {
        for (String version : List.of("1", "2")) {
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
        try (ProviderRegistry registry = providers.registry()) {
            assertThat(registry.rejected()).isEmpty();
            for (String version : List.of("1", "2", "1")) {
                assertThatThrownBy(() -> open(registry, "brings-" + version)).hasMessage(version);
            }
        }
    }

    private static void open(ProviderRegistry registry, String name) {
        PersistenceProvider provider = registry.provider(name).provider();
        provider.open(StoreConfig.of("main", null, true, provider, Map.of()));
    }

    @Test
    void doesNotFollowAManifestOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Path library = new JarMaker()
                .source("lib.Lib", "package lib; public class Lib { public static int one() { return 1; } }")
                .write(elsewhere.resolve("lib.jar"));
        String manifest = "Manifest-Version: 1.0\nClass-Path: " + folder.relativize(library) + "\n";
        new JarMaker()
                .against(library)
                .provider("a.Reaching", "reaching", "lib.Lib.one();", "return null;")
                .services("a.Reaching")
                .entry("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8))
                .write(providers.resolve("reaching.jar"));
        providers.assertRejected(
                "reaching.jar", "it needs 'lib.Lib', which is not there", "together into a folder of their own");
    }

    @Test
    void hidesTheApplicationFromProviders() throws IOException {
        new JarMaker()
                .provider(
                        "a.Curious",
                        "curious",
                        "try { Class.forName(\"org.stowage.Stowage\"); throw new Error(\"it sees core\"); }"
                                + " catch (ClassNotFoundException e) { }",
                        "return null;")
                .services("a.Curious")
                .write(providers.resolve("curious.jar"));
        providers.assertUsable("curious");
    }

    @Test
    void looksForPartsOfAProviderThroughItsOwnLoaderAndForNoOthers() throws IOException {
        new JarMaker()
                .source("a.Contextual", """
                        package a;
                        public class Contextual implements org.stowage.spi.PersistenceProvider {
                            public Contextual() { check(); }
                            public org.stowage.spi.ProviderInfo info() { check(); return %s }
                            public java.util.List<org.stowage.spi.StoreOption> options() {
                                check();
                                return java.util.List.of();
                            }
                            public org.stowage.spi.Store open(org.stowage.spi.StoreConfig config) { return null; }
                            private static void check() {
                                if (%s != Contextual.class.getClassLoader()) throw new IllegalStateException();
                            }
                        }
                        """.formatted(JarMaker.info("contextual", "1"), CONTEXT))
                .services("a.Contextual")
                .write(providers.resolve("contextual.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        providers.assertUsable("contextual");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void showsALibraryItsOwnLoaderInEveryCallAndTheCallerHisOwnAfterwards() throws IOException {
        // A library is a class that asks at every call; here all of the store is one.
        new JarMaker()
                .source("a.Asking", """
                        package a;
                        import java.lang.reflect.*;
                        import java.util.*;
                        import org.stowage.spi.*;
                        public class Asking implements PersistenceProvider {
                            public ProviderInfo info() { return %s }
                            public List<StoreOption> options() { return List.of(); }
                            public Store open(StoreConfig config) { return asking(Store.class); }
                            @SuppressWarnings("unchecked")
                            private static <T> T asking(Class<T> type) {
                                return (T) Proxy.newProxyInstance(Asking.class.getClassLoader(),
                                    new Class<?>[] {type}, (proxy, method, arguments) -> answer(method.getName()));
                            }
                            private static Object answer(String call) {
                                boolean own = %s == Asking.class.getClassLoader();
                                System.setProperty("asked", System.getProperty("asked", "") + " " + call + (own ? "" : " (wrong)"));
                                return switch (call) {
                                    case "schemas", "evolve" -> List.of();
                                    case "begin" -> asking(Transaction.class);
                                    case "commit" -> new org.stowage.spi.change.ChangeResult(0);
                                    default -> null;
                                };
                            }
                        }
                        """.formatted(JarMaker.info("asking", "1"), CONTEXT))
                .services("a.Asking")
                .write(providers.resolve("asking.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        System.clearProperty("asked");
        try (ProviderRegistry registry = providers.registry();
                Stowage stowage = Stowage.builder()
                        .registry(registry)
                        .store("*", "asking")
                        .open()) {
            stowage.store("*").write(transaction -> "nothing");
        } finally {
            assertThat(System.clearProperty("asked")).isEqualTo(" schemas begin commit close close");
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void doesNotAskTheContextClassLoader() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] jars = {providers.resolve("good.jar").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jars, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(ProviderRegistry.discover().find("good")).isEmpty();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void givesBackTheJarsWhenItIsClosed() {
        ProviderRegistry registry = providers.registry();
        ClassLoader loader = registry.provider("good").provider().getClass().getClassLoader();
        assertThat(loader.getResource("good/Good.class")).isNotNull();
        registry.close();
        registry.close();
        assertThat(loader.getResource("good/Good.class")).isNull();
    }
}
