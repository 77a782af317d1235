package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.Query;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stowage.Stowage;
import org.stowage.entity.FormerlyNamed;
import org.stowage.entity.Index;
import org.stowage.query.Jdql;
import org.stowage.query.PreparedQuery;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.store.OpenStore;

/** What was prepared before a declared step changed the stored shape. */
class ChangedShapeTest {

    static class Then {
        record Dish(long id, String name) {}

        interface Dishes extends BasicRepository<Then.Dish, Long> {
            @Query("where name = :name")
            List<Then.Dish> named(String name);

            @Query("select name from Dish")
            Stream<String> names();

            @Query("update Dish set name = 'x'")
            int rename();
        }
    }

    static class Now {
        record Dish(long id, @FormerlyNamed("name") String title) {}

        interface Dishes extends BasicRepository<Now.Dish, Long> {}
    }

    static class Faster {
        record Dish(long id, @Index String name) {}

        interface Dishes extends BasicRepository<Faster.Dish, Long> {}
    }

    private static final String CHANGED =
            "entity 'Dish' of store 'memory' was changed after this was prepared: it lost ['name'], it has ['title'] now";

    private final Stowage stowage = Stowage.open("memory");
    private final Then.Dishes dishes = stowage.repository(Then.Dishes.class);

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void namesTheFieldsThatWereRenamedSinceARepositoryWasMade() {
        dishes.save(new Then.Dish(1, "soup"));
        Now.Dishes renamed = stowage.repository(Now.Dishes.class);
        assertThat(renamed.findById(1L)).contains(new Now.Dish(1, "soup"));
        assertChanged(() -> dishes.findById(1L));
        assertChanged(() -> dishes.named("soup"));
        assertChanged(dishes::names);
        assertChanged(dishes::rename);
        assertChanged(() -> dishes.save(new Then.Dish(2, "cake")));
        assertThat(renamed.findById(2L)).isEmpty();
    }

    private static void assertChanged(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MappingException.class).hasMessageStartingWith(CHANGED);
    }

    @Test
    void namesTheFieldsThatWereRenamedSinceAQueryWasPrepared() {
        OpenStore store = stowage.store("*");
        PreparedQuery query = Jdql.prepare("select name from Dish", store, null);
        stowage.repository(Now.Dishes.class);
        assertThatThrownBy(() -> store.read(transaction -> query.run(transaction, List.of())))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageStartingWith(CHANGED);
    }

    @Test
    void goesOnWhenAnIndexCameOrWent() {
        dishes.save(new Then.Dish(1, "soup"));
        stowage.repository(Faster.Dishes.class);
        assertThat(dishes.named("soup")).containsExactly(new Then.Dish(1, "soup"));
    }
}
