package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.stowage.certificate.Certificate;
import org.stowage.certificate.CertificateState;
import org.stowage.certificate.OptOut;
import org.stowage.spi.PersistenceProvider;

/** A build that lets its provider be certified: the kit as an author extends it, and the folder of classes that is packed afterwards. */
class CertifyingTest {

    private static final OptOut OPT_OUT = new OptOut("7.1", "names are ASCII here");

    private static PersistenceProvider provider;

    /** The kit as an author of a provider runs it. */
    static final class Kit extends ProviderConformance {
        Kit() {
            super(new Copied());
        }
    }

    private static final class Copied implements ProviderHarness {
        @Override
        public PersistenceProvider provider() {
            return provider;
        }

        @Override
        public Optional<String> location(Path folder) {
            return Optional.empty();
        }

        @Override
        public Set<Ability> abilities() {
            return new Harnesses.Memory().abilities();
        }

        @Override
        public List<OptOut> optOuts() {
            return List.of(OPT_OUT);
        }
    }

    @Test
    void writesTheCertificateIntoTheFolderOfClassesOnceAllHasPassed(@TempDir Path classes) throws Exception {
        try (URLClassLoader loader = loader(classes)) {
            provider = Class.forName("org.stowage.memory.MemoryProvider", true, loader)
                    .asSubclass(PersistenceProvider.class)
                    .getConstructor()
                    .newInstance();

            assertThat(failures(classes, selectNestedClass(List.of(Kit.class), ProviderConformance.Errors.class)))
                    .singleElement()
                    .asString()
                    .contains("no certificate is written into", "tests were run");
            assertThat(classes.resolve(Certificate.path("memory"))).doesNotExist();

            assertThat(failures(classes, selectClass(Kit.class))).isEmpty();
        }
        CertificateState state = CertificateState.of(classes, provider.info());
        assertThat(state.certified()).as(state.toString()).isTrue();
        assertThat(state.optOuts()).containsExactly(OPT_OUT);
    }

    /** Runs tests in a build that asks for a certificate, and returns what was thrown. */
    private static List<Throwable> failures(Path certified, DiscoverySelector selector) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        PrintStream output = System.out;
        System.setProperty(Certifying.PROPERTY, certified.toString());
        // What this run shows is no figure of the build.
        try (KitOutput unheard = KitOutput.listening()) {
            System.setOut(unheard);
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selector)
                                    .build(),
                            summary);
        } finally {
            System.setOut(output);
            System.clearProperty(Certifying.PROPERTY);
        }
        List<Throwable> failures = new ArrayList<>();
        summary.getSummary().getFailures().forEach(failure -> failures.add(failure.getException()));
        return failures;
    }

    /** Copies the memory provider, and loads it from there. */
    private static URLClassLoader loader(Path classes) throws IOException {
        for (String file : List.of(
                "org/stowage/memory/MemoryProvider.class",
                "META-INF/services/" + PersistenceProvider.class.getName())) {
            Path copy = classes.resolve(file);
            Files.createDirectories(copy.getParent());
            if (file.endsWith(".class")) {
                try (InputStream content = Objects.requireNonNull(
                        CertifyingTest.class.getClassLoader().getResourceAsStream(file))) {
                    Files.copy(content, copy);
                }
            } else {
                Files.writeString(copy, "org.stowage.memory.MemoryProvider");
            }
        }
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, CertifyingTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null && name.startsWith("org.stowage.memory.")
                        ? findClass(name)
                        : loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        };
    }
}
