package org.stowage.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class MemoryProviderTest {

    private static final EntitySchema CITY = EntitySchema.named("city")
            .required("name", ValueType.TEXT)
            .key("name")
            .build();

    private final MemoryProvider provider = new MemoryProvider();

    @Test
    void opensAStoreOfItsOwnEachTime() {
        try (Store one = open();
                Store other = open()) {
            one.evolve(List.of(new SchemaChange.CreateEntity(CITY)));
            try (Transaction transaction = one.begin(Access.READ_WRITE, Duration.ofSeconds(1))) {
                transaction.apply(new Change.Insert("city", List.of(Row.of("Bern"))));
                assertThat(transaction.commit().rows()).isEqualTo(1);
            }
            try (Transaction transaction = one.begin(Access.READ_ONLY, Duration.ofSeconds(1))) {
                assertThat(transaction.get("city", Key.of("Bern"))).contains(Row.of("Bern"));
            }
            assertThat(other.schemas()).isEmpty();
        }
    }

    @Test
    void refusesALocationAndSaysWhatToDo() {
        StoreConfig config = StoreConfig.of("shop", "shop.db", true, provider, Map.of());

        assertThatThrownBy(() -> provider.open(config))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("'shop.db'")
                .hasMessageContaining("leave the location out");
    }

    @Test
    void isFoundOnTheClassPathAsOnTheModulePath() throws IOException {
        assertThat(ServiceLoader.load(PersistenceProvider.class)).hasAtLeastOneElementOfType(MemoryProvider.class);
        // A module takes no notice of this file, and the class path none of the module's declaration.
        try (InputStream services = Objects.requireNonNull(MemoryProvider.class.getResourceAsStream(
                "/META-INF/services/" + PersistenceProvider.class.getName()))) {
            assertThat(new String(services.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(MemoryProvider.class.getName());
        }
    }

    private Store open() {
        return provider.open(StoreConfig.of("shop", null, true, provider, Map.of()));
    }
}
