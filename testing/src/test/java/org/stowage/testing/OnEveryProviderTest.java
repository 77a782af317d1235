package org.stowage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.StowageBuilder;

@StowageTest(preparation = OnEveryProviderTest.Bank.class)
class OnEveryProviderTest {

    private static final Map<String, Set<String>> SEEN = new ConcurrentHashMap<>();

    static final class Bank implements Preparation {
        @Override
        public void open(StowageBuilder builder, StorePlaces places) {
            builder.store("bank", places.url("bank"))
                    .store("rest", places.url("rest"))
                    .route("Account", "bank");
        }

        @Override
        public void fill(Stowage stowage) {
            stowage.repository(Accounts.class).insert(new Account(1, "Anna", 100));
        }
    }

    @OnEveryProvider
    void writesToStoresOfEachProvider(Stowage stowage, Accounts accounts) {
        accounts.insert(new Account(2, "Bert", 50));

        assertThat(accounts.findAll()).hasSize(2);
        SEEN.computeIfAbsent("method", key -> ConcurrentHashMap.newKeySet())
                .add(stowage.store("bank").provider().name());
    }

    @Test
    void runsOnMemoryIfNothingElseIsSaid(Stowage stowage) {
        assertThat(stowage.store("bank").provider().name()).isEqualTo("memory");
    }

    @AfterAll
    static void everyProviderWasThere() {
        assertThat(SEEN.get("method")).containsExactlyInAnyOrder("json-file", "memory", "sqlite");
    }
}
