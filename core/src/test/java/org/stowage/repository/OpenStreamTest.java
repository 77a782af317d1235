package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.DataConnectionException;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;
import org.stowage.fixture.ListProvider;

/** Streams over a store that has no more than two transactions at a time: where none comes back, nothing goes on. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OpenStreamTest {

    record Word(long id, String text) {}

    interface Words extends DataRepository<Word, Long> {

        @Insert
        void add(List<Word> words);

        @Find
        Stream<Word> all();

        @Query("select text order by id")
        Stream<String> texts();

        default String first() {
            try (Stream<Word> all = all()) {
                return all.findFirst().orElseThrow().text();
            }
        }
    }

    private static final int TRANSACTIONS = 2;

    private final Semaphore free = new Semaphore(TRANSACTIONS);
    private final Stowage stowage = Stowage.builder()
            .registry(ProviderRegistry.builder()
                    .provider(new ListProvider("list", this::count))
                    .build())
            .open();
    private final Words words = stowage.repository(Words.class);

    private final Logger logger = Logger.getLogger("org.stowage.internal.session.OwnLease");
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            // What other tests have forgotten may be found now.
            if (record.getMessage().contains(Words.class.getName())) {
                warnings.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void fill() {
        words.add(List.of(new Word(1, "one"), new Word(2, "two"), new Word(3, "three")));
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        stowage.close();
    }

    private void count(String operation) {
        switch (operation) {
            case "begin" -> await();
            case "rollback" -> free.release();
            default -> {
                // Whatever else is done, is done in a transaction that has begun.
            }
        }
    }

    private void await() {
        try {
            while (!free.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                System.gc();
            }
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void givesTheTransactionBackWhenItIsClosedReadToItsEndOrFails() {
        for (int i = 0; i < 3 * TRANSACTIONS; i++) {
            try (Stream<String> texts = words.texts()) {
                assertThat(texts.findFirst()).contains("one");
            }
            assertThat(words.texts().toList()).containsExactly("one", "two", "three");
            assertThat(words.first()).isEqualTo("one");
        }
        assertThat(free.availablePermits()).isEqualTo(TRANSACTIONS);
        assertThat(warnings).isEmpty();
    }

    @Test
    void reportsStreamsThatAreForgottenAndGivesTheirTransactionsBack() {
        for (int i = 0; i < 3 * TRANSACTIONS; i++) {
            forget();
        }
        for (int i = 0; i < TRANSACTIONS; i++) {
            await();
        }
        assertThat(warnings)
                .hasSize(3 * TRANSACTIONS)
                .allSatisfy(
                        warning -> assertThat(warning)
                                .startsWith("a stream of '" + Words.class.getName() + ".all', called at "
                                        + OpenStreamTest.class.getName() + ".forget(")
                                .contains("OpenStreamTest.java:")
                                .endsWith(
                                        "was forgotten before it was closed or read to its end; its transaction in store 'list' is ended now; open it in a try-with-resources statement"));
    }

    private void forget() {
        Iterator<Word> iterator = words.all().iterator();
        assertThat(iterator.next().text()).isEqualTo("one");
    }

    @Test
    void keepsTheTransactionOfAStreamWhoseIteratorIsStillUsed() {
        Iterator<Word> iterator = words.all().iterator();
        assertThat(iterator.next().text()).isEqualTo("one");
        System.gc();
        assertThat(iterator.next().text()).isEqualTo("two");
        System.gc();
        assertThat(iterator.next().text()).isEqualTo("three");
        assertThat(iterator.hasNext()).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void staysAtItsEndHoweverOftenItIsAsked() {
        Iterator<String> iterator = words.texts().iterator();
        iterator.forEachRemaining(text -> {});
        assertThat(iterator.hasNext()).isFalse();
        assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void isReadByOneThreadAlsoIfItIsParallel() {
        words.add(
                LongStream.range(4, 3_000).mapToObj(id -> new Word(id, "more")).toList());
        assertThat(words.texts().parallel().map(String::length).filter(length -> length == 4))
                .hasSize(2_996);
        try (Stream<String> texts = words.texts()) {
            assertThat(texts.parallel().skip(1).findFirst()).contains("two");
        }
        assertThat(free.availablePermits()).isEqualTo(TRANSACTIONS);
    }

    @Test
    void closesWithTheTransactionInWhichItWasOpened() {
        Stream<Word> late = stowage.inTransaction(() -> {
            words.all();
            return words.all();
        });
        assertThatThrownBy(late::toList)
                .isInstanceOf(DataConnectionException.class)
                .hasMessageContaining("has ended");
        assertThat(free.availablePermits()).isEqualTo(TRANSACTIONS);
        assertThat(warnings).isEmpty();
    }
}
