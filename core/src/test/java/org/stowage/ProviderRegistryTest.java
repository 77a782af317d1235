package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ListProvider;
import org.stowage.fixture.ProvidersFolder;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.error.BadConfigurationException;

class ProviderRegistryTest {

    @TempDir
    Path folder;

    private ProvidersFolder providers;

    @BeforeEach
    void hasAGoodOne() throws IOException {
        providers = new ProvidersFolder(folder);
    }

    @Test
    void findsAJarInAFolder() {
        try (ProviderRegistry registry = providers.registry()) {
            RegisteredProvider provider = registry.provider("good");
            assertThat(provider.className()).isEqualTo("good.Good");
            assertThat(provider.place()).isEqualTo(folder.resolve("good.jar").toString());
            assertThat(provider.mechanism()).isEqualTo(Mechanism.FOLDER);
            assertThat(registry.rejected()).isEmpty();
        }
    }

    @Test
    void takesAModuleByWhatItProvides() throws IOException {
        new JarMaker()
                .provider("modular.Modular", "modular", "", "return null;")
                .asModule(
                        "module modular { requires org.stowage.spi; "
                                + "provides org.stowage.spi.PersistenceProvider with modular.Modular; }",
                        JarMaker.locationOf(PersistenceProvider.class))
                .write(folder.resolve("modular.jar"));
        providers.assertUsable("modular");
    }

    @Test
    void countsTheSameJarOnceHoweverItIsReached() throws IOException {
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
    void saysWhatThereIsAndWhereItLookedWhenANameIsUnknown() throws IOException {
        new JarMaker().services("acme.store.Gone").write(folder.resolve("acme-store.jar"));
        try (ProviderRegistry registry = ProviderRegistry.builder()
                .applicationPath()
                .folder(folder)
                .provider(new ListProvider())
                .build()) {
            assertThat(registry.places())
                    .containsExactly(
                            "among those that the application gave",
                            "on the module path",
                            "on the class path",
                            "in the folder " + folder);
        }
        try (ProviderRegistry registry = providers.registry()) {
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
    void shortensWhatItSaysWhenThereIsALot() throws IOException {
        JarMaker many = new JarMaker();
        String[] classes = new String[30];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = "many.Many" + i;
            if (i < 15) {
                many.provider(classes[i], "many-" + (char) ('a' + i), "", "return null;");
            }
        }
        many.services(classes).write(folder.resolve("many.jar"));
        try (ProviderRegistry registry = providers.registry()) {
            assertThat(registry.providers()).hasSize(16);
            assertThat(registry.rejected()).hasSize(15);
            assertThatThrownBy(() -> registry.provider("many"))
                    .hasMessageContaining("'many-i', 6 more in the folder")
                    .hasMessageEndingWith("; rejected: 5 more");
        }
    }
}
