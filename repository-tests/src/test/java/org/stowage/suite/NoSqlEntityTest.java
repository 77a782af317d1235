package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.data.repository.CrudRepository;
import jakarta.nosql.Column;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Index;

/** Which fields of a class are attributes if Jakarta NoSQL says that it is an entity. */
@OnEveryStore
class NoSqlEntityTest {

    @Entity
    static class Draft {
        @Id
        long id;

        @Column
        @Nullable String title;

        @Index
        @Nullable String author;

        @Nullable String unsaved;
    }

    @Entity
    @jakarta.persistence.Entity
    static class Letter {
        @Id
        long id;

        @Nullable String title;
    }

    interface Drafts extends CrudRepository<Draft, Long> {}

    interface Letters extends CrudRepository<Letter, Long> {}

    private final TestStore store;

    NoSqlEntityTest(TestStore store) {
        this.store = store;
    }

    @Test
    void storesMarkedFieldsAloneUnlessAnotherModelHasASay(@TempDir Path folder) {
        Draft draft = new Draft();
        draft.id = 1;
        draft.title = "Ode";
        draft.author = "Ann";
        draft.unsaved = "scribble";
        Letter letter = new Letter();
        letter.id = 1;
        letter.title = "Dear all";
        try (Stowage stowage = store.open(folder)) {
            Draft saved = stowage.repository(Drafts.class).save(draft);
            Draft stored = stowage.repository(Drafts.class).findById(1L).orElseThrow();
            stowage.repository(Letters.class).save(letter);

            assertThat(saved.title).isEqualTo("Ode");
            assertThat(stored.title).isEqualTo("Ode");
            assertThat(stored.author).isEqualTo("Ann");
            assertThat(stored.unsaved).isNull();
            assertThat(stowage.repository(Letters.class).findById(1L).orElseThrow().title)
                    .isEqualTo("Dear all");
        }
    }
}
