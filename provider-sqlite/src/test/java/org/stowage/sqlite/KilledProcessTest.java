package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.spi.Store;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** A process that is killed while it writes loses nothing that it acknowledged, and leaves no half of anything. */
class KilledProcessTest {

    private static final int ROUNDS = Integer.getInteger("stowage.kills", 3);

    private static final EntitySchema ENTRY = EntitySchema.named("Entry")
            .required("commit", ValueType.INT64)
            .required("half", ValueType.INT64)
            .required("filling", ValueType.TEXT)
            .key("commit", "half")
            .build();

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedCommitIsThereWholeAndInOrder() throws Exception {
        Random random = new Random(RandomValues.seed());
        Path file = folder.resolve("a.db");
        SqliteStores.openWith(file, ENTRY).close();
        long known = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long acknowledged = writeUntilKilled(file, known, 1 + random.nextInt(60));
            known = committed(file);
            assertThat(known).as("round %s", round).isBetween(acknowledged, acknowledged + 1);
        }
    }

    /** Returns the number of the last commit that the process acknowledged. */
    private static long writeUntilKilled(Path file, long from, int commits) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = from;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Long.parseLong(line);
                if (acknowledged == from + commits) {
                    // The handle, because the process itself would close the stream, and what is still in it is
                    // acknowledged too.
                    writer.toHandle().destroyForcibly();
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).isGreaterThanOrEqualTo(from + commits);
        return acknowledged;
    }

    private static long committed(Path file) {
        try (Store store = SqliteStores.open(file)) {
            List<Row> rows = SqliteStores.rows(store, ScanRequest.all(Query.of(ENTRY, Condition.ALWAYS, List.of())));
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).get(0)).isEqualTo(i / 2 + 1L);
                assertThat(rows.get(i).get(1)).isEqualTo(i % 2L);
            }
            assertThat(rows.size() % 2).as("half a commit").isZero();
            return rows.size() / 2;
        }
    }

    /** Commits two rows at a time, says which commit it was, and never ends. */
    static final class Writer {
        public static void main(String[] arguments) {
            try (Store store = SqliteStores.open(Path.of(arguments[0]))) {
                for (long commit = Long.parseLong(arguments[1]) + 1; ; commit++) {
                    String filling = "x".repeat((int) (commit % 7) * 1_000);
                    SqliteStores.insert(store, "Entry", Row.of(commit, 0L, filling), Row.of(commit, 1L, filling));
                    System.out.println(commit);
                }
            }
        }
    }
}
