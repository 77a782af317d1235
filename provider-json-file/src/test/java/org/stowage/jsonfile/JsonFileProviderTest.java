package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.value.Row;

class JsonFileProviderTest {

    @TempDir
    Path folder;

    @Test
    void isFoundOnTheClassPathAndOnTheModulePath() throws Exception {
        assertThat(ServiceLoader.load(PersistenceProvider.class))
                .anySatisfy(provider -> assertThat(provider).isInstanceOf(JsonFileProvider.class));
        Path classes = Path.of(JsonFileProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(ModuleFinder.of(classes)
                        .find("org.stowage.jsonfile")
                        .orElseThrow()
                        .descriptor()
                        .provides())
                .singleElement()
                .satisfies(provides -> {
                    assertThat(provides.service()).isEqualTo(PersistenceProvider.class.getName());
                    assertThat(provides.providers()).containsExactly(JsonFileProvider.class.getName());
                });
    }

    @Test
    void takesRelaxedDurabilityAndItsFoldSizeAsOptions() {
        try (Store store = Stores.open(folder, "durability=relaxed", "fold-at=0")) {
            Stores.create(store, Stores.CITY);
            Stores.insert(store, "city", Row.of("Bonn", null));
        }
        try (Store store = Stores.open(folder)) {
            assertThat(Stores.rows(store, "city")).hasSize(1);
        }
        assertThatThrownBy(() -> Stores.open(folder, "durability=none")).isInstanceOf(BadConfigurationException.class);
    }
}
