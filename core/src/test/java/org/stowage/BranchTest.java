package org.stowage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.entity.Version;
import org.stowage.layers.faults.Effect;
import org.stowage.layers.faults.Fault;
import org.stowage.layers.faults.FaultPlan;
import org.stowage.layers.faults.Operation;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.StoreClosedException;

class BranchTest {

    record Account(long id, long balance, @Version long version) {}

    record Note(long id, String text) {}

    @Repository
    interface Accounts extends CrudRepository<Account, Long> {}

    @Repository
    interface Notes extends CrudRepository<Note, Long> {}

    private final Stowage stowage = Stowage.builder()
            .stores("notes=memory,*=memory")
            .route("Note", "notes")
            .open();
    private final Accounts accounts = stowage.repository(Accounts.class);

    @BeforeEach
    void fill() {
        accounts.insert(new Account(1, 100, 0));
        accounts.insert(new Account(2, 50, 0));
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void keepsWhatIsWrittenInItToItself() {
        try (StowageBranch branch = stowage.branch()) {
            Accounts branched = branch.stowage().repository(Accounts.class);
            branched.deleteById(1L);
            branched.insert(new Account(3, 10, 0));
            branch.stowage().repository(Notes.class).insert(new Note(1, "only here"));

            assertThat(branched.findAll()).extracting(Account::id).containsExactly(2L, 3L);
            assertThat(branch.differences()).containsOnlyKeys("*", "notes");
            assertThat(branch.differences().get("*").rows()).isEqualTo(2);
        }
        assertThat(accounts.findAll()).extracting(Account::id).containsExactly(1L, 2L);
        assertThat(stowage.store("notes").schemas()).isEmpty();
    }

    @Test
    void appliesWhatWasWrittenInIt() {
        try (StowageBranch branch = stowage.branch()) {
            Accounts branched = branch.stowage().repository(Accounts.class);
            branched.update(
                    new Account(1, 70, branched.findById(1L).orElseThrow().version()));

            assertThat(branch.apply()).isEqualTo(1);

            assertThatThrownBy(branched::findAll).hasCauseInstanceOf(StoreClosedException.class);
        }
        assertThat(accounts.findById(1L).orElseThrow().balance()).isEqualTo(70);
        assertThat(accounts.findById(1L).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void appliesNewShapesThatTheStoreThenKnows() {
        try (StowageBranch branch = stowage.branch()) {
            branch.stowage().repository(Notes.class).insert(new Note(1, "applied"));
            assertThat(branch.apply()).isEqualTo(1);
        }
        assertThat(stowage.repository(Notes.class).findById(1L)).contains(new Note(1, "applied"));
    }

    @Test
    void appliesNothingThatSomebodyElseHasChangedMeanwhile() {
        try (StowageBranch branch = stowage.branch()) {
            Accounts branched = branch.stowage().repository(Accounts.class);
            branched.deleteById(1L);
            branched.deleteById(2L);
            accounts.update(new Account(1, 0, 0));

            assertThatThrownBy(branch::apply).isInstanceOf(ConflictException.class);
        }
        assertThat(accounts.findAll()).hasSize(2);
    }

    @Test
    void appliesOneStoreAfterTheOtherIfSeveralHaveChanged() {
        try (StowageBranch branch = stowage.branch()) {
            branch.stowage().repository(Accounts.class).deleteById(1L);
            branch.stowage().repository(Notes.class).insert(new Note(1, "applied"));

            assertThatThrownBy(branch::apply)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("stores '*', 'notes' have changed, and no transaction spans two");
            branch.stores().values().forEach(store -> store.apply());
        }
        assertThat(accounts.findAll()).hasSize(1);
        assertThat(stowage.repository(Notes.class).findAll()).hasSize(1);
    }

    @Test
    void retriesInABranchWhatClashesThere() {
        FaultPlan clash = FaultPlan.of(Fault.at(Operation.COMMIT).nth(1).effect(Effect.CONFLICT));
        try (StowageBranch branch = stowage.branch(clash)) {
            Accounts branched = branch.stowage().repository(Accounts.class);
            branch.stowage().inTransaction(() -> branched.deleteById(1L));

            assertThat(clash.occurred()).isEqualTo(1);
            assertThat(branched.findAll()).hasSize(1);
        }
    }
}
