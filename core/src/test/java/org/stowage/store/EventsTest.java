package org.stowage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.fixture.ListProvider;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What the flight recorder takes down. */
class EventsTest {

    private static final EntitySchema CART =
            EntitySchema.named("Cart").required("id", ValueType.INT64).key("id").build();

    // A name of its own, since other tests of this process may run beside it.
    private static final String STORE = "recorded";

    @Test
    void recordsOpeningsTransactionsAndScans(@TempDir Path folder) throws IOException {
        List<RecordedEvent> events = recorded(folder.resolve("a.jfr"), EventsTest::work);

        assertThat(named("org.stowage.Open", events))
                .extracting(event -> event.getString("provider"))
                .containsExactly("list");
        assertThat(named("org.stowage.Transaction", events))
                .extracting(
                        event -> event.getString("access"),
                        event -> event.getString("outcome"),
                        event -> event.getLong("rowsWritten"))
                .containsExactly(
                        tuple("READ_WRITE", "committed", 2L),
                        tuple("READ_WRITE", "failed", 0L),
                        tuple("READ_ONLY", "ended", 0L));
        assertThat(named("org.stowage.Scan", events))
                .extracting(event -> event.getString("entity"), event -> event.getLong("rows"))
                .containsExactly(tuple("Cart", 2L));
    }

    private static void work() {
        ListProvider provider = new ListProvider("list", operation -> {});
        try (OpenStore store = OpenStore.open(provider, StoreConfig.of(STORE, "here", true, provider, Map.of()))) {
            store.ensure(CART);
            Change insert = new Change.Insert("Cart", List.of(Row.of(1L), Row.of(2L)));
            store.write(transaction -> transaction.apply(insert));
            assertThatThrownBy(() -> store.write(transaction -> transaction.apply(insert)))
                    .isInstanceOf(ExistsException.class);
            ScanRequest all = ScanRequest.all(Query.of(CART, Condition.ALWAYS, List.of()));
            assertThat(store.<Long>read(transaction -> {
                        try (Stream<Row> rows = transaction.scan(all).stream()) {
                            return rows.count();
                        }
                    }))
                    .isEqualTo(2);
        }
    }

    private static List<RecordedEvent> recorded(Path file, Runnable work) throws IOException {
        try (Recording recording = new Recording()) {
            Stream.of("Open", "Transaction", "Scan")
                    .forEach(event -> recording.enable("org.stowage." + event).withoutThreshold());
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    private static List<RecordedEvent> named(String name, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .filter(event -> event.getString("store").equals(STORE))
                .toList();
    }
}
