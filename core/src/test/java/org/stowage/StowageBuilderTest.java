package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ListProvider;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidNameException;

class StowageBuilderTest {

    private final List<String> operations = new ArrayList<>();
    private final ListProvider list = new ListProvider("list", operations::add);
    private final ListProvider other = new ListProvider("other", operations::add);
    private final ProviderRegistry registry =
            ProviderRegistry.builder().provider(list).provider(other).build();

    @TempDir
    Path folder;

    private StowageBuilder builder() {
        return Stowage.builder().registry(registry);
    }

    private Path properties(String... lines) throws IOException {
        return Files.write(folder.resolve("stowage.properties"), List.of(lines));
    }

    private static void assertStores(Stowage stowage, String... described) {
        assertThat(stowage.stores().values())
                .extracting(store -> store.name() + "=" + store.provider().name()
                        + (store.location().isEmpty() ? "" : ":" + store.location()))
                .containsExactlyInAnyOrder(described);
    }

    @Test
    void opensStoresAsAListNamesThem() {
        try (Stowage stowage = builder().stores("orders=list:a,b.db, *=other").open()) {
            assertStores(stowage, "orders=list:a,b.db", "*=other");
        }
        // A comma before 'name=' begins an entry.
        assertThatThrownBy(() -> builder().stores("orders=list:a,b=c.db").open())
                .hasMessageContaining("'c.db' does not begin with the name of a provider");
    }

    @Test
    void readsAPropertiesFile() throws IOException {
        Path file = properties(
                "# where things are",
                "store.orders = list:orders.db",
                "store.orders.option.depth = 7",
                "store.* = other",
                "route.Cart = orders");
        try (Stowage stowage = builder().configuration(file).open()) {
            assertStores(stowage, "orders=list:orders.db", "*=other");
            assertThat(stowage.storeFor("Cart").name()).isEqualTo("orders");
            assertThat(stowage.storeFor("User").name()).isEqualTo("other");
            assertThat(list.opened).isNotNull();
            assertThat(list.opened.count("depth")).isEqualTo(7);
        }
    }

    @Test
    void takesStoresFromTheFirstSourceThatNamesAny() throws IOException {
        Path file = properties("store.orders=list:file.db", "store.*=list:rest.db", "route.Cart=orders");
        Map<String, String> environment = Map.of("STOWAGE_STORES", "*=list:environment.db");
        try (Stowage stowage = builder()
                .store("*", "other")
                .environment(environment)
                .configuration(file)
                .open()) {
            assertStores(stowage, "*=other");
            assertThat(stowage.storeFor("Cart").name()).isEqualTo("other");
        }
        try (Stowage stowage =
                builder().environment(environment).configuration(file).open()) {
            assertStores(stowage, "*=list:environment.db");
        }
        try (Stowage stowage = builder()
                .environment(Map.of("STOWAGE_STORES", " ", "PATH", "/bin"))
                .configuration(file)
                .open()) {
            assertStores(stowage, "orders=list:file.db", "*=list:rest.db");
        }
    }

    @Test
    void letsAnEarlierSourceSetOptionsOfTheStoresOfALaterOne() throws IOException {
        Path file = properties(
                "store.Order-Data=list:x", "store.Order-Data.option.depth=1", "store.Order-Data.option.label=file");
        try (Stowage stowage = builder()
                .environment(Map.of("STOWAGE_STORE_ORDER_DATA_OPTION_DEPTH", "5"))
                .configuration(file)
                .open()) {
            assertStores(stowage, "Order-Data=list:x");
            assertThat(list.opened.count("depth")).isEqualTo(5);
            assertThat(list.opened.text("label")).contains("file");
        }
    }

    @Test
    void readsTheDefaultStoreAndItsOptionsFromTheEnvironment() {
        try (Stowage stowage = builder()
                .environment(Map.of("STOWAGE_STORE", "list:x", "STOWAGE_OPTION_DEPTH", "3", "STOWAGE_HOME", "/opt"))
                .open()) {
            assertStores(stowage, "*=list:x");
            assertThat(list.opened.count("depth")).isEqualTo(3);
        }
    }

    @Test
    void saysWhoSetWhatIsWrong() throws IOException {
        Path unknownProvider = properties("store.orders=lisst:x");
        assertThatThrownBy(() -> builder().configuration(unknownProvider).open())
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageStartingWith(unknownProvider + ", key 'store.orders': no provider is named 'lisst'")
                .hasMessageContaining("did you mean 'list'?");
        assertThatThrownBy(() -> builder()
                        .environment(Map.of("STOWAGE_STORE", "list", "STOWAGE_OPTION_DEPHT", "3"))
                        .open())
                .hasMessage("environment variable 'STOWAGE_OPTION_DEPHT': provider 'list' has no option 'depht';"
                        + " did you mean 'depth'?");
        assertThatThrownBy(() -> builder()
                        .configuration(Map.of("store.*", "list", "store.*.option.depth", "deep"), "--set")
                        .open())
                .hasMessageStartingWith("--set, key 'store.*.option.depth': 'deep' is no value of option 'depth'");
        assertThatThrownBy(() -> builder()
                        .configuration(Map.of("store.*", "list", "route.Cart", "ordres", "store.orders", "list"), "x")
                        .open())
                .hasMessage("x, key 'route.Cart': there is no store 'ordres'; did you mean 'orders'?");
        assertThatThrownBy(() -> builder().configuration(Map.of("stoers", "x"), "x"))
                .hasMessage("x, key 'stoers': there is no such key; did you mean 'stores'?");
        assertThatThrownBy(() -> builder()
                        .configuration(Map.of("store.*", "list", "patience", "long"), "x")
                        .open())
                .hasMessageStartingWith("x, key 'patience': 'long' is no duration");
        assertThatThrownBy(() -> builder().configuration(folder.resolve("gone.properties")))
                .hasMessageContaining("'" + folder.resolve("gone.properties") + "' is not there");
        assertThat(operations).isEmpty();
    }

    @Test
    void neverShowsASecret() {
        assertThatThrownBy(() -> builder()
                        .store("*", "list", Map.of("password", "hunter2", "depth", "deep"))
                        .open())
                .hasMessageNotContaining("hunter2");
        try (Stowage stowage =
                builder().store("*", "list", Map.of("password", "hunter2")).open()) {
            assertThat(list.opened.toString()).doesNotContain("hunter2").contains("***");
            assertThat(stowage.stores().toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void usesTheOnlyProviderThereIsAndAsksWhenThereAreMore() {
        ProviderRegistry one = ProviderRegistry.builder().provider(list).build();
        try (Stowage stowage = Stowage.builder().registry(one).open()) {
            assertStores(stowage, "*=list");
        }
        assertThatThrownBy(() -> builder().open())
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("no store is named, and there are providers 'list', 'other'");
        ProviderRegistry none = ProviderRegistry.builder().folder(folder).build();
        assertThatThrownBy(() -> Stowage.builder().registry(none).open())
                .hasMessageContaining("there is no provider in the folder " + folder);
    }

    private record Parcel(long id) {}

    @Test
    void routesByClass() {
        try (Stowage stowage = builder()
                .stores("orders=list:1,*=other")
                .route(Parcel.class, "orders")
                .open()) {
            assertThat(stowage.storeFor(Parcel.class).name()).isEqualTo("orders");
            assertThat(stowage.storeFor("Parcel").name()).isEqualTo("other");
        }
    }

    @Test
    void routesByTypeNameAndStoreName() {
        try (Stowage stowage = builder()
                .stores("orders=list:1,User=list:2,*=other")
                .route("Item", "orders")
                .open()) {
            assertThat(stowage.storeFor("Item").name()).isEqualTo("orders");
            assertThat(stowage.storeFor("user").name()).isEqualTo("User");
            assertThat(stowage.storeFor("Cart").name()).isEqualTo("other");
            assertThatThrownBy(() -> stowage.store("order"))
                    .hasMessage("there is no store 'order'; did you mean 'orders'?");
        }
        try (Stowage stowage = builder().stores("orders=list:1,users=list:2").open()) {
            assertThatThrownBy(() -> stowage.storeFor("Cart"))
                    .isInstanceOf(BadConfigurationException.class)
                    .hasMessageContaining("no store is meant for entity 'Cart'");
        }
        try (Stowage stowage = builder().stores("orders=list:1").open()) {
            assertThat(stowage.storeFor("Cart").name()).isEqualTo("orders");
        }
    }

    @Test
    void closesTheStoresItOpenedWhenAnotherOneFails() {
        ListProvider failing = new ListProvider("failing", operation -> {
            throw new InvalidNameException(ErrorContext.none(), "no");
        });
        ProviderRegistry both =
                ProviderRegistry.builder().provider(list).provider(failing).build();
        assertThatThrownBy(() -> Stowage.builder()
                        .registry(both)
                        .stores("a=list,b=failing")
                        .open())
                .isInstanceOf(InvalidNameException.class);
        assertThat(operations).containsExactly("open", "close");
    }

    @Test
    void refusesAStoreThatIsNamedTwiceOrOddly() {
        assertThatThrownBy(() -> builder().store("a", "list").store("a", "other"))
                .hasMessageContaining("store 'a' is given twice");
        assertThatThrownBy(() -> builder().store("a b", "list")).hasMessageContaining("'a b' is no name of a store");
        assertThatThrownBy(() -> builder().stores("sqlite:x.db"))
                .hasMessageContaining("names no store with its provider");
    }

    @Test
    void looksForProvidersInTheFolderThatTheConfigurationNames() throws IOException {
        new JarMaker()
                .provider("dropped.In", "dropped-in", "", "throw new IllegalStateException(\"here I am\");")
                .services("dropped.In")
                .write(folder.resolve("dropped.jar"));
        StowageBuilder builder =
                Stowage.builder().store("*", "dropped-in").environment(Map.of("STOWAGE_PROVIDERS", folder.toString()));
        assertThatThrownBy(builder::open).hasRootCauseMessage("here I am");
        assertThatThrownBy(() -> Stowage.builder()
                        .store("*", "dropped-in")
                        .environment(Map.of("STOWAGE_PROVIDERS", "nowhere"))
                        .open())
                .hasMessageContaining("no provider is named 'dropped-in'")
                .hasMessageEndingWith("in the folder nowhere, which is not there");
    }

    @Test
    void takesTheProviderThatTheConfigurationPrefers() throws IOException {
        for (String name : List.of("one", "two")) {
            new JarMaker()
                    .provider(name + ".In", "dropped-in", "", "throw new IllegalStateException(\"" + name + "\");")
                    .services(name + ".In")
                    .write(folder.resolve(name + ".jar"));
        }
        Map<String, String> environment = Map.of("STOWAGE_PROVIDERS", folder.toString());
        assertThatThrownBy(() -> Stowage.builder()
                        .store("*", "dropped-in")
                        .environment(environment)
                        .configuration(
                                Map.of(
                                        "prefer.dropped-in",
                                        folder.resolve("two.jar").toString()),
                                "here")
                        .open())
                .hasRootCauseMessage("two");
        assertThatThrownBy(() -> Stowage.builder()
                        .store("*", "dropped-in")
                        .environment(environment)
                        .environment(Map.of("STOWAGE_PREFER_DROPPED_IN", "one.In"))
                        .open())
                .hasRootCauseMessage("one");
        assertThatThrownBy(() -> Stowage.builder()
                        .store("*", "dropped-in")
                        .configuration(Map.of("prefer.Dropped In", "x"), "here")
                        .open())
                .hasMessageStartingWith("here, key 'prefer.Dropped In': 'Dropped In' cannot be preferred");
    }

    @Test
    void keepsSeveralApart() {
        try (Stowage one = builder().store("*", "list:1").open();
                Stowage two = builder().store("*", "other:2").open()) {
            assertStores(one, "*=list:1");
            assertStores(two, "*=other:2");
            one.inTransaction(
                    () -> two.inTransaction(() -> assertThat(two.stores()).hasSize(1)));
            int answer = one.inTransaction(() -> 42);
            assertThat(answer).isEqualTo(42);
        }
    }
}
