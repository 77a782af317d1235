package org.stowage.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.CrudRepository;
import jakarta.persistence.GeneratedValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.Stowage;
import org.stowage.entity.Generated;
import org.stowage.entity.Unique;

/** Ids that are made for entities without one. */
@OnEveryStore
class GeneratedIdTest {

    record Ticket(@Generated long id, @Nullable @Unique String text) {}

    record Letter(@Generated @Nullable UUID id, String text) {}

    record Mark(@Generated @Nullable String id, int number) {}

    static class Visit {
        @jakarta.persistence.Id
        @GeneratedValue
        @Nullable Integer number;
    }

    interface Tickets extends CrudRepository<Ticket, Long> {}

    interface Letters extends CrudRepository<Letter, UUID> {}

    interface Marks extends BasicRepository<Mark, String> {}

    interface Visits extends BasicRepository<Visit, Integer> {}

    private final Stowage stowage;
    private final Tickets tickets;

    GeneratedIdTest(TestStore store, @TempDir Path folder) {
        stowage = store.open(folder);
        tickets = stowage.repository(Tickets.class);
    }

    @AfterEach
    void close() {
        stowage.close();
    }

    @Test
    void countUpAndNeverComeBack() {
        assertThat(tickets.insertAll(List.of(new Ticket(0, "a"), new Ticket(0, "b"))))
                .containsExactly(new Ticket(1, "a"), new Ticket(2, "b"));
        tickets.deleteById(2L);
        assertThat(tickets.save(new Ticket(0, "c")).id()).isEqualTo(3);
        tickets.insert(new Ticket(10, "mine"));
        assertThat(tickets.insert(new Ticket(0, "d")).id()).isEqualTo(11);
        tickets.insert(new Ticket(-5, "negative"));
        assertThat(tickets.insert(new Ticket(0, "e")).id()).isEqualTo(12);
    }

    @Test
    void areGivenBackWhenTheTransactionFails() {
        assertThatThrownBy(() -> stowage.inTransaction(() -> {
                    tickets.insert(new Ticket(0, "a"));
                    tickets.insert(new Ticket(0, "a"));
                }))
                .isInstanceOf(EntityExistsException.class);
        assertThat(tickets.insert(new Ticket(0, "a")).id()).isEqualTo(1);
    }

    @Test
    void areDifferentForThreadsThatRunSideBySide() throws Exception {
        List<Callable<Long>> inserts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            inserts.add(() -> tickets.insert(new Ticket(0, null)).id());
        }
        List<Long> ids = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Long> id : threads.invokeAll(inserts)) {
                ids.add(id.get());
            }
        }
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(20));
    }

    private static List<Long> ids(int count) {
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            ids.add(id);
        }
        return ids;
    }

    @Test
    void areUuidsAndTextsToo() {
        Letters letters = stowage.repository(Letters.class);
        Letter letter = letters.insert(new Letter(null, "a"));
        assertThat(letter.id())
                .isNotNull()
                .isNotEqualTo(letters.insert(new Letter(null, "b")).id());
        assertThat(letters.findById(letter.id())).contains(letter);
        UUID own = new UUID(1, 2);
        assertThat(letters.insert(new Letter(own, "c")).id()).isEqualTo(own);
        Mark mark = stowage.repository(Marks.class).save(new Mark(null, 1));
        assertThat(UUID.fromString(mark.id()).version()).isEqualTo(7);
    }

    @Test
    void areMadeForObjectsThatAreNoRecords() {
        Visits visits = stowage.repository(Visits.class);
        Visit visit = new Visit();
        assertThat(visits.save(visit).number).isEqualTo(1);
        assertThat(visit.number).isNull();
        assertThat(visits.findById(1)).isPresent();
    }
}
