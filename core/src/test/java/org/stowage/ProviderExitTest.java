package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.fixture.JarMaker;
import org.stowage.spi.error.StoreUnavailableException;

/** A provider wants to end the process. That this test ends by itself is half of what it proves. */
class ProviderExitTest {

    @TempDir
    Path folder;

    private ProviderRegistry registry() {
        return ProviderRegistry.builder().folder(folder).build();
    }

    private Path write(String inConstructor, String inOpen) throws IOException {
        new JarMaker()
                .provider(
                        "good.Good", "good", "", "throw new org.stowage.spi.error.StoreFullException(null, \"full\");")
                .services("good.Good")
                .write(folder.resolve("good.jar"));
        return new JarMaker()
                .provider("quits.Quits", "quits", inConstructor, inOpen)
                .source("quits.Library", """
                        package quits;
                        class Library {
                            static final long BIG = 1L << 40;
                            static final double WIDE = 0.25;
                            static int fail(int problems) {
                                if (problems > 0) {
                                    java.util.stream.IntStream.of(problems).forEach(System::exit);
                                }
                                return exit(problems);
                            }
                            /** None of the system's. */
                            static int exit(int status) {
                                return (int) (status * WIDE + BIG);
                            }
                        }
                        """)
                .services("quits.Quits")
                .write(folder.resolve("quits.jar"));
    }

    @Test
    void isRejectedIfItIsMadeOnlyToDoSo() throws IOException {
        Path jar = write("System.exit(0);", "return null;");
        try (ProviderRegistry registry = registry()) {
            assertThat(registry.providers())
                    .extracting(RegisteredProvider::name)
                    .containsExactly("good");
            assertThat(registry.rejected())
                    .hasToString("[quits.Quits in " + jar
                            + ": its constructor wants to end the process with status 0; ask its author to throw an"
                            + " exception instead, or remove it]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (config.create()) { System.exit(3); } return null;",
                "for (;;) { quits.Library.fail(3); }",
                "try { return null; } finally { System.exit(quits.Library.exit(4) - quits.Library.exit(0) + 3); }"
            })
    void isRefusedWhileItOpens(String inOpen) throws IOException {
        Path jar = write("", inOpen);
        try (ProviderRegistry registry = registry()) {
            assertThatThrownBy(() -> Stowage.builder()
                            .registry(registry)
                            .store("orders", "quits")
                            .open())
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessage(
                            "provider 'quits' wanted to end the process with status 3 when it opened store 'orders',"
                                    + " which is a fault of the provider in " + jar + "; report it to its author");
        }
    }

    @Test
    void keepsWhatALoaderSaysOfItsClasses() throws IOException {
        Path jar = write("", "return null;");
        try (ProviderRegistry registry = registry()) {
            Class<?> type = registry.provider("quits").provider().getClass();
            assertThat(type.getProtectionDomain().getCodeSource().getLocation())
                    .isEqualTo(jar.toUri().toURL());
            assertThat(type.getPackage().getName()).isEqualTo("quits");
            assertThat(type.getResource("Quits.class").toString()).contains(jar.toString());
        }
    }
}
