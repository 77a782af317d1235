package org.stowage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.Stowage;

@StowageTest(prepare = "fill")
@OnEveryProvider
class ClassOnEveryProviderTest {

    private Stowage stowage;
    private Accounts accounts;

    static void fill(Stowage stowage, Accounts accounts) {
        assertThat(stowage.stores()).hasSize(1);
        accounts.insert(new Account(1, "Anna", 100));
    }

    @BeforeEach
    void add() {
        accounts.insert(new Account(2, "Bert", 50));
    }

    @Test
    void isFilledForEachTest() {
        accounts.insert(new Account(3, "Carl", 0));
        assertThat(accounts.findAll()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void leavesTestsWithParametersAlone(long id) {
        assertThat(accounts.findById(id)).isEmpty();
    }

    @Test
    void knowsTheProvider() {
        String provider = stowage.store("*").provider().name();
        assertThat(provider).isIn("json-file", "memory", "sqlite");
        assertThat(accounts.findAll()).hasSize(2);
    }
}
