package org.stowage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class OpeningTest {

    private static final EntitySchema ITEM = EntitySchema.named("Item")
            .required("id", ValueType.INT64)
            .required("name", ValueType.TEXT)
            .key("id")
            .build();

    @TempDir
    Path folder;

    @Test
    void theProviderIsFoundOnTheClassPath() {
        assertThat(ServiceLoader.load(PersistenceProvider.class).stream().map(ServiceLoader.Provider::type))
                .contains(SqliteProvider.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":memory:",
                "file:x",
                "x?journal_mode=OFF",
                "file:x?mode=memory",
                ":resource:x",
                "a b#c%41.db",
                "ü.db",
                "'\";--"
            })
    void aLocationIsTheNameOfAFileWhateverItLooksLike(String name) throws IOException {
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode(name),
                "names of files have no such characters in the locale of the system");
        Path file = folder.resolve(name);
        try (Store store = SqliteStores.openWith(file, ITEM)) {
            SqliteStores.insert(store, "Item", Row.of(1L, "one"));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, folder.resolve(name + ".lock"));
        }
        try (Store store = SqliteStores.open(file)) {
            assertThat(store.schemas()).containsExactly(ITEM);
        }
    }

    @Test
    void aSecondStoreInTheSameProcessIsRefusedAtOnceNamingTheHolder() throws IOException {
        Path file = folder.resolve("a.db");
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
        try (Store store = SqliteStores.openWith(file, ITEM)) {
            for (Path other : List.of(file, link, folder.resolve("../" + folder.getFileName() + "/a.db"))) {
                assertThatThrownBy(() -> SqliteStores.open(other))
                        .isInstanceOf(StoreLockedException.class)
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid());
            }
            SqliteStores.insert(store, "Item", Row.of(1L, "one"));
        }
        SqliteStores.open(file).close();
        SqliteStores.open(link).close();
    }

    @Test
    void aStoreOfAnotherProcessIsRefusedAtOnceNamingTheHolder() throws Exception {
        Path file = folder.resolve("a.db");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('o');
            assertThatThrownBy(() -> SqliteStores.open(file))
                    .isInstanceOf(StoreLockedException.class)
                    .hasMessageContaining("process " + holder.pid() + " on ")
                    .hasMessageContaining(" since ");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        // The lock went with the process; what it had committed did not.
        try (Store store = SqliteStores.open(file)) {
            assertThat(store.schemas()).containsExactly(ITEM);
        }
    }

    /** Opens a store in a process of its own and keeps it. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            SqliteStores.openWith(Path.of(arguments[0]), ITEM);
            System.out.print('o');
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void aFolderIsNoLocation() {
        assertRefused(folder, BadConfigurationException.class, "is a folder");
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        assertRefused(folder.resolve("none/a.db"), BadConfigurationException.class, "'" + folder.resolve("none") + "'");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused(file.resolve("a.db"), BadConfigurationException.class, "'" + file + "'");
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsRefused() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")));
        assertRefused(Path.of("/proc/self/a.db"), BadConfigurationException.class, "cannot be written");
    }

    @Test
    void aStoreThatIsNotThereIsNotMadeUnlessAskedFor() throws IOException {
        Path file = folder.resolve("a.db");
        assertThatThrownBy(() -> SqliteStores.open(file, false, Map.of()))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("does not exist");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        SqliteStores.open(file).close();
        SqliteStores.open(file, false, Map.of()).close();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("a.db"), "id,name\n1,one\n".repeat(1_000));
        byte[] before = Files.readAllBytes(file);
        assertRefused(file, CorruptStoreException.class, "is not an SQLite database");
        assertThat(file).hasBinaryContent(before);
        assertRefused(file, CorruptStoreException.class, "is not an SQLite database");
    }

    @Test
    void aTruncatedDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Path file = filled();
        byte[] whole = Files.readAllBytes(file);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2 / 4096 * 4096);
        Files.write(file, half);
        assertRefused(file, CorruptStoreException.class, "is damaged");
        assertThat(file).hasBinaryContent(half);
    }

    @Test
    void aDamagedPageIsReportedWhenItIsRead() throws IOException {
        Path file = filled();
        byte[] content = Files.readAllBytes(file);
        java.util.Arrays.fill(content, content.length - 3 * 4096, content.length, (byte) 0x5a);
        Files.write(file, content);
        try (Store store = SqliteStores.open(file)) {
            ScanRequest all = ScanRequest.all(Query.of(ITEM, Condition.ALWAYS, List.of()));
            assertThatThrownBy(() -> SqliteStores.rows(store, all))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private Path filled() {
        Path file = folder.resolve("a.db");
        try (Store store = SqliteStores.openWith(file, ITEM)) {
            for (long i = 0; i < 50; i++) {
                SqliteStores.insert(store, "Item", Row.of(i, "x".repeat(1_000)));
            }
        }
        return file;
    }

    @Test
    void aDatabaseOfAnotherApplicationIsRefusedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("a.db");
        execute(file, "CREATE TABLE mine (id INTEGER PRIMARY KEY)");
        byte[] before = Files.readAllBytes(file);
        assertRefused(file, BadConfigurationException.class, "of another application");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aNewerFormatIsRefused() throws Exception {
        Path file = filled();
        execute(file, "PRAGMA user_version = 99");
        assertRefused(file, BadConfigurationException.class, "'99'");
    }

    @Test
    void aDatabaseThatIsNotUtf8IsRefused() throws Exception {
        Path file = folder.resolve("a.db");
        execute(
                file,
                "PRAGMA encoding = 'UTF-16le'",
                "PRAGMA application_id = " + 0x53544F57,
                "PRAGMA user_version = 1",
                "CREATE TABLE any (id INTEGER)");
        assertRefused(file, BadConfigurationException.class, "'UTF-16le'");
    }

    @Test
    void aLostTableIsNamed() throws Exception {
        Path file = filled();
        execute(file, "DROP TABLE c__item");
        assertRefused(file, CorruptStoreException.class, "'c__item'");
    }

    @Test
    void aValueThatIsNoneOfItsTypeIsNamedWhenItIsRead() throws Exception {
        Path file = folder.resolve("a.db");
        EntitySchema coin = EntitySchema.named("Coin")
                .required("id", ValueType.INT64)
                .required("side", new ValueType.Enumeration(List.of("HEADS", "TAILS")))
                .key("id")
                .build();
        SqliteStores.openWith(file, coin).close();
        execute(file, "INSERT INTO c__coin VALUES (1, 'EDGE')");
        try (Store store = SqliteStores.open(file)) {
            assertThatThrownBy(() ->
                            SqliteStores.rows(store, ScanRequest.all(Query.of(coin, Condition.ALWAYS, List.of()))))
                    .isInstanceOf(CorruptStoreException.class)
                    .hasMessageContaining("'c__coin'")
                    .hasMessageContaining("'f_side'");
        }
    }

    @Test
    void aFileThatHoldsNothingYetBecomesADatabase() throws IOException {
        Path file = Files.createFile(folder.resolve("a.db"));
        SqliteStores.openWith(file, ITEM).close();
        try (Store store = SqliteStores.open(file)) {
            assertThat(store.schemas()).containsExactly(ITEM);
        }
    }

    @Test
    void aThreadThatIsInterruptedOpensAndKeepsTheLock() {
        Path file = folder.resolve("a.db");
        Thread.currentThread().interrupt();
        try (Store store = SqliteStores.open(file)) {
            assertThat(Thread.interrupted()).isTrue();
            assertThatThrownBy(() -> SqliteStores.open(file)).isInstanceOf(StoreLockedException.class);
            store.evolve(List.of(new org.stowage.spi.schema.SchemaChange.CreateEntity(ITEM)));
        }
    }

    @Test
    void aStoreThatIsClosedSaysSo() {
        Store store = SqliteStores.openWith(folder.resolve("a.db"), ITEM);
        store.close();
        store.close();
        assertThatThrownBy(store::schemas).isInstanceOf(StoreClosedException.class);
        assertThatThrownBy(() -> SqliteStores.reading(store)).isInstanceOf(StoreClosedException.class);
    }

    @Test
    void optionsAreChecked() {
        SqliteProvider provider = new SqliteProvider();
        assertThatThrownBy(() -> StoreConfig.of(
                        "shop", folder.resolve("a.db").toString(), true, provider, Map.of("durability", "maybe")))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("relaxed");
        SqliteStores.open(
                        folder.resolve("a.db"),
                        true,
                        Map.of("durability", "relaxed", "readers", "0", "cache-mebibytes", "1"))
                .close();
    }

    private static void assertRefused(Path file, Class<? extends StoreException> type, String reason) {
        assertThatThrownBy(() -> SqliteStores.open(file)).isInstanceOf(type).hasMessageContaining(reason);
    }

    private static void execute(Path file, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
