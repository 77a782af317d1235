package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.stowage.spi.Store;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.value.Row;

/** What is found after a crash in a folder whose journal was not folded yet, whole or damaged. */
class JournalTest {

    private static final long NEVER_FOLD = Long.MAX_VALUE;

    private final SimulatedFolder folder = new SimulatedFolder();

    @Test
    void replaysWhatOnlyTheJournalHolds() {
        commit(3);
        assertThat(names(folder)).containsExactly("journal-1", "manifest");
        SimulatedFolder left = folder.afterKill();
        try (Store store = open(left)) {
            assertThat(Stores.rows(store, "city")).hasSize(3);
        }
        assertThat(names(left)).containsExactly("city.json");
    }

    @Test
    void replaysJournalsOfSeveralCrashes() {
        SimulatedFolder left = folder;
        for (int i = 1; i <= 4; i++) {
            Store store = open(left);
            if (i == 1) {
                Stores.create(store, Stores.CITY);
            }
            Stores.insert(store, "city", Row.of("city " + i, null));
            left = left.afterKill();
        }
        assertThat(names(left)).contains("journal-1", "journal-4");
        try (Store store = open(left)) {
            assertThat(Stores.rows(store, "city")).hasSize(4);
        }
    }

    @Test
    void writesOneReadableLineForEachCommit() {
        commit(1);
        List<String> lines = journal().lines().toList();
        assertThat(lines.get(0)).matches("[0-9a-f]{8} [0-9a-f]{8} 0 0 \\{\"journal\":1}");
        assertThat(lines.get(2))
                .endsWith(
                        " 2 1 {\"rows\":[{\"entity\":\"city\",\"written\":[{\"name\":\"city 1\",\"people\":1}],\"deleted\":[]}]}");
    }

    @Test
    void dropsALastLineThatIsNotWhole() {
        commit(3);
        int last = journal().lastIndexOf("city 3");
        SimulatedFolder left = folder.afterKill();
        left.put("journal-1", journal().substring(0, last).getBytes(StandardCharsets.UTF_8));
        try (Store store = open(left)) {
            assertThat(Stores.rows(store, "city")).hasSize(2);
        }
    }

    @Test
    void refusesDamageBeforeACommitThatCameLater() {
        commit(3);
        for (String damaged : List.of("city 1", "city 2", "{\"journal\"", "\"schema\"")) {
            int at = journal().indexOf(damaged);
            SimulatedFolder left = folder.afterKill();
            byte[] content = left.content("journal-1");
            content[at] ^= 1;
            left.put("journal-1", content);
            int line = journal().lastIndexOf('\n', at) + 1;
            assertThatThrownBy(() -> open(left))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("simulated/journal-1 at byte " + line + ": ")
                    .hasMessageContaining("damaged");
            assertThat(left.content("journal-1")).isEqualTo(content);
        }
    }

    @Test
    void refusesAJournalThatFollowsCommitsOfWhichNothingIsLeft() {
        commit(3);
        SimulatedFolder left = folder.afterKill();
        Stores.insert(open(left), "city", Row.of("city 4", null));
        String first = new String(left.content("journal-2"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        SimulatedFolder rest = new SimulatedFolder();
        rest.put("journal-2", (first + "\n").getBytes(StandardCharsets.UTF_8));
        for (int opening = 1; opening <= 2; opening++) {
            assertThatThrownBy(() -> open(rest))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("simulated/journal-2 at byte 0: ")
                    .hasMessageContaining("'manifest' is missing");
            assertThat(names(rest)).containsExactly("journal-2");
        }
    }

    @Test
    void refusesTheEditOfAFileForWhichTheJournalHoldsCommits() {
        Store first = open(folder);
        Stores.create(first, Stores.CITY, Stores.PRODUCT);
        first.close();
        Store second = open(folder);
        Stores.insert(second, "city", Row.of("Bonn", null));
        SimulatedFolder left = folder.afterKill();
        left.put(
                "city.json",
                new String(left.content("city.json"), StandardCharsets.UTF_8)
                        .replace("[\n  ]", "[{\"name\": \"Ulm\"}]")
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> open(left))
                .isInstanceOf(CorruptStoreException.class)
                .hasMessageContaining("simulated/city.json")
                .hasMessageContaining("put the file back");

        left.put("city.json", folder.content("city.json"));
        left.put(
                "product.json",
                (new String(left.content("product.json"), StandardCharsets.UTF_8) + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
        try (Store store = open(left)) {
            assertThat(Stores.rows(store, "city")).hasSize(1);
        }
    }

    @Test
    void keepsCommitsOfManyThreadsInOrderWhileFoldsRunBeside() throws Exception {
        Store store = JsonFileStore.open(new StoreErrors("shop"), folder, Folder.Writing.THROUGH, 0, () -> {});
        Stores.create(store, Stores.CITY);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            String prefix = "thread " + thread + " city ";
            done.add(threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    // The interrupt must harm nobody.
                    if (i % 50 == 25) {
                        Thread.currentThread().interrupt();
                    }
                    insertThoughInterrupted(store, Row.of(prefix + i, (long) i));
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();
        try (Store killed = open(folder.afterKill())) {
            assertThat(Stores.rows(killed, "city")).hasSize(800);
        }
        store.close();
        assertThat(names(folder)).containsExactly("city.json");
        try (Store reopened = open(folder)) {
            assertThat(Stores.rows(reopened, "city")).hasSize(800);
        }
    }

    private static void insertThoughInterrupted(Store store, Row row) {
        try {
            Stores.insert(store, "city", row);
        } catch (org.stowage.spi.error.CancelledException e) {
            Thread.interrupted();
            Stores.insert(store, "city", row);
        }
    }

    private void commit(int cities) {
        Store store = open(folder);
        Stores.create(store, Stores.CITY);
        for (int i = 1; i <= cities; i++) {
            Stores.insert(store, "city", Row.of("city " + i, (long) i));
        }
    }

    private String journal() {
        String content = new String(folder.content("journal-1"), StandardCharsets.UTF_8);
        return content.substring(0, content.indexOf('\0'));
    }

    private static List<String> names(SimulatedFolder folder) {
        try {
            return folder.names();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Store open(SimulatedFolder folder) {
        return JsonFileStore.open(new StoreErrors("shop"), folder, Folder.Writing.THROUGH, NEVER_FOLD, () -> {});
    }
}
