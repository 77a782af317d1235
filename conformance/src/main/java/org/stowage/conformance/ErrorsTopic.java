package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.InvalidNameException;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/** Section 9: mistakes get their own error, whatever the provider, and change nothing. */
abstract class ErrorsTopic extends Topic {

    private static final EntitySchema USER = EntitySchema.named("user")
            .required("id", ValueType.TEXT)
            .required("age", ValueType.INT64)
            .required("version", ValueType.INT64)
            .key("id")
            .version("version")
            .index(Index.unique("age"))
            .build();

    private static final Row ANN = Row.of("ann", 30L, 1L);

    ErrorsTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves(Rule.NEAREST_NAME)
    void namesTheNearestEntityForAnUnknownOne() {
        fails(InvalidNameException.class, transaction -> transaction.get("usr", Key.of("ann")), "'usr'", "'user'");
        fails(
                InvalidNameException.class,
                transaction -> transaction.apply(new Change.Insert("usr", List.of(ANN))),
                "'usr'",
                "'user'");
    }

    @Test
    @Proves({Rule.ROW_LIMITS, Rule.ERROR_CHANGES_NOTHING})
    void refusesRowsAndKeysThatDoNotFitTheShape() {
        fails(TypeMismatchException.class, transaction -> transaction.get("user", Key.of(1L)));
        fails(InvalidValueException.class, transaction -> transaction.get("user", Key.of("ann", 1L)));
        fails(TypeMismatchException.class, inserting(Row.of("bob", "thirty", 1L)), "age");
        fails(InvalidValueException.class, inserting(Row.of("bob", null, 1L)), "age");
        fails(InvalidValueException.class, inserting(Row.of("bob", 31L)));
        fails(LimitExceededException.class, inserting(Row.of("b".repeat(1_025), 31L, 1L)));
    }

    @Test
    @Proves({Rule.ERRORS, Rule.ERROR_CHANGES_NOTHING})
    void saysWhichRowARefusalIsAbout() {
        fails(StoreException.class, inserting(ANN), "user", "'ann'");
        fails(StoreException.class, inserting(Row.of("bob", 30L, 1L)), "user", "'ann'", "'bob'", "age");
        fails(
                StoreException.class,
                transaction -> transaction.apply(
                        new Change.Update("user", List.of(Change.Versioned.any(Row.of("bob", 31L, 1L))))),
                "user",
                "'bob'");
        fails(
                StoreException.class,
                transaction -> transaction.apply(new Change.Update(
                        "user", List.of(new Change.Versioned(Row.of("ann", 31L, 9L), OptionalLong.of(8))))),
                "user",
                "'ann'",
                "'8'",
                "'1'");
    }

    @Test
    @Proves(Rule.CLAIMS)
    void refusesOptionsThatItDoesNotDeclare() {
        PersistenceProvider provider = harness().provider();
        assertThatThrownBy(() -> StoreConfig.of("conformance", null, true, provider, Map.of("no-such-option", "1")))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("no-such-option");
        for (StoreOption option : provider.options()) {
            assertThat(option.description())
                    .as("description of option '%s'", option.name())
                    .isNotBlank();
        }
    }

    private static Consumer<StoreTransaction> inserting(Row row) {
        return transaction -> transaction.apply(new Change.Insert("user", List.of(row)));
    }

    /** Sees something fail in a store that holds one user, and the store as it was. */
    private void fails(Class<? extends StoreException> error, Consumer<StoreTransaction> work, String... said) {
        try (OpenStore store = guarded()) {
            try (StoreTransaction transaction = store.begin(Access.READ_WRITE)) {
                assertThatThrownBy(() -> work.accept(transaction))
                        .isInstanceOf(error)
                        .satisfies(thrown -> assertThat(List.of(said))
                                .allSatisfy(word -> assertThat(thrown).hasMessageContaining(word)));
            }
            assertThat(stored(store, "user", Key.of("ann"))).contains(ANN);
            assertThat(stored(store, "user", Key.of("bob"))).isEmpty();
        }
    }

    private OpenStore guarded() {
        OpenStore store = openGuarded();
        store.ensure(USER);
        store.write(transaction -> transaction.apply(new Change.Save("user", List.of(Change.Versioned.any(ANN)))));
        return store;
    }
}
