package org.stowage.launcher.malformed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Evaluator;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** One file of a store, as it was left by a process that ended in the midst of its work or closed the store. */
abstract class StoreKind implements Kind {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ROWS = 100_000;

    static final EntitySchema PRODUCT = EntitySchema.named("product")
            .required("id", ValueType.INT64)
            .required("sku", ValueType.TEXT)
            .required("price", new ValueType.Decimal(2))
            .optional("weight", ValueType.FLOAT64)
            .required("changed", ValueType.INSTANT)
            .optional("state", new ValueType.Enumeration(List.of("NEW", "OLD")))
            .optional("sold", ValueType.BOOLEAN)
            .optional("tags", new ValueType.ListOf(ValueType.TEXT))
            .key("id")
            .index(Index.unique("sku"))
            .build();

    private final String name;
    private final PersistenceProvider provider;
    private final String location;
    private final Path folder;
    private final String mutated;
    private final Map<String, byte[]> files;
    /** What the store may hold: its states after each commit, from the one that the other files hold alone. */
    private final List<Map<Key, Row>> states;

    StoreKind(String name, Image image, Path folder, String mutated) throws IOException {
        this.name = name;
        this.provider = image.provider;
        this.location = image.location;
        this.folder = Files.createDirectories(folder);
        this.mutated = mutated;
        this.files = image.files;
        this.states = image.states;
    }

    /** The files of a store, and what it held after each commit. */
    record Image(PersistenceProvider provider, String location, Map<String, byte[]> files, List<Map<Key, Row>> states) {

        /** Writes a store, copies its files, before or after it is closed, and leaves nothing behind. */
        static Image of(PersistenceProvider provider, String location, Path folder, boolean closed) throws IOException {
            Files.createDirectories(folder);
            List<Map<Key, Row>> states = new ArrayList<>();
            try (Store store = open(provider, folder.resolve(location), "durable")) {
                store.evolve(List.of(new SchemaChange.CreateEntity(PRODUCT)));
                commit(store, 1);
            }
            Map<String, byte[]> files;
            try (Store store = open(provider, folder.resolve(location), "durable")) {
                states.add(rows(store));
                for (long commit = 2; commit < 8; commit++) {
                    commit(store, commit);
                    states.add(rows(store));
                }
                files = filesIn(folder);
            }
            if (closed) {
                files = filesIn(folder);
                states = states.subList(states.size() - 1, states.size());
            }
            clear(folder);
            return new Image(provider, location, files, states);
        }

        private static void commit(Store store, long commit) {
            List<Row> rows = new ArrayList<>();
            for (long i = 0; i < 4; i++) {
                rows.add(PRODUCT.check(Row.of(
                        commit * 10 + i,
                        "sku-" + commit + "/" + i + " \u00e4\uD83D\uDE00",
                        new BigDecimal("12.5").multiply(BigDecimal.valueOf(i)),
                        i == 0 ? null : i / 4.0,
                        Instant.parse("2026-02-28T12:30:00Z").plusNanos(i),
                        i == 1 ? null : "OLD",
                        i == 2 ? null : true,
                        i == 3 ? null : List.of("a", "b"))));
            }
            try (Transaction transaction = store.begin(Access.READ_WRITE, PATIENCE)) {
                transaction.apply(new Change.Insert("product", rows));
                if (commit > 2) {
                    transaction.apply(
                            new Change.Delete("product", List.of(Change.Target.any(Key.of((commit - 1) * 10))), true));
                }
                transaction.commit();
            }
        }

        private static Map<String, byte[]> filesIn(Path folder) throws IOException {
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.filter(Files::isRegularFile).toList()) {
                    String file = folder.relativize(path).toString();
                    // What the memory of a process held is gone, and whoever had the lock.
                    if (!file.endsWith("-shm") && !file.endsWith("LOCK") && !file.endsWith(".lock")) {
                        files.put(file, Files.readAllBytes(path));
                    }
                }
            }
            return files;
        }
    }

    private static Store open(PersistenceProvider provider, Path location, String durability) {
        return provider.open(
                StoreConfig.of("shop", location.toString(), true, provider, Map.of("durability", durability)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<byte[]> specimens() {
        return List.of(files.get(mutated));
    }

    @Override
    public List<String> words() {
        return List.of(
                "\"id\":",
                "null",
                ",",
                "}",
                "]",
                "\"sku-2/1\"",
                "{\"id\":21}",
                "rows",
                "fields",
                "\"int64\"",
                "true",
                "0",
                "-1",
                "commit",
                "1 0 {\"journal\":1}\n");
    }

    @Override
    public void read(byte[] input) throws IOException {
        clear(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getKey().equals(mutated) ? input : file.getValue());
        }
        // Nobody pulls the plug here.
        try (Store store = open(provider, folder.resolve(location), "relaxed")) {
            check(input, store);
        }
    }

    /** Checks what was read from an input. */
    void check(byte[] input, Store store) {
        Map<Key, Row> found = rows(store);
        if (!states.contains(found)) {
            throw new WrongAnswerError("the store holds what it never held: " + found.size() + " rows");
        }
    }

    /** Returns all rows, of which each is valid, in the order of their keys. */
    static Map<Key, Row> rows(Store store) {
        return rows(store, true);
    }

    /** Returns all rows, of which each is valid. */
    static Map<Key, Row> rows(Store store, boolean ordered) {
        Map<Key, Row> rows = new LinkedHashMap<>();
        for (EntitySchema schema : store.schemas()) {
            Query query = Query.of(schema, Condition.ALWAYS, List.of());
            Comparator<Row> order = Evaluator.order(schema, query);
            try (Transaction transaction = store.begin(Access.READ_ONLY, PATIENCE);
                    Scan scan = transaction.scan(ScanRequest.all(query))) {
                Row before = null;
                for (Row row = scan.next(); row != null; row = scan.next()) {
                    if (!schema.check(row).equals(row) || rows.size() > MOST_ROWS) {
                        throw new WrongAnswerError("a row is not valid, or there is no end of them: " + row);
                    }
                    if (ordered && before != null && order.compare(before, row) >= 0) {
                        throw new WrongAnswerError("a key does not follow that before it: " + row);
                    }
                    rows.put(schema.keyOf(row), row);
                    before = row;
                }
            }
        }
        return rows;
    }

    static void clear(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(folder))
                    .forEach(StoreKind::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
