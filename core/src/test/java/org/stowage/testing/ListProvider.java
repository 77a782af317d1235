package org.stowage.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Scan;
import org.stowage.spi.SpiVersions;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * As little of a provider as can be right: maps of rows, copied for every transaction, one writer, every hint of a scan ignored. It names no
 * store in what it throws. A hook hears of each operation before it is done, and may throw instead.
 */
public final class ListProvider implements PersistenceProvider {

    private final String name;
    private final Consumer<String> hook;

    /** The last configuration with which a store was opened. */
    public @Nullable StoreConfig opened;

    /** What scans were asked for, the first one first. */
    public final List<ScanRequest> scans = new CopyOnWriteArrayList<>();

    /** Creates a provider that is named {@code list} and never fails. */
    public ListProvider() {
        this("list", operation -> {});
    }

    /** Creates a provider. */
    public ListProvider(String name, Consumer<String> hook) {
        this.name = name;
        this.hook = hook;
    }

    @Override
    public ProviderInfo info() {
        return new ProviderInfo(
                name,
                "1",
                "lists in memory",
                SpiVersions.only(1),
                new Capabilities(
                        Capabilities.Durability.NONE,
                        Capabilities.Concurrency.ONE_WRITER,
                        Capabilities.Sharing.PRIVATE));
    }

    @Override
    public List<StoreOption> options() {
        return List.of(
                StoreOption.of("depth", StoreOption.Kind.COUNT, "how deep", "1"),
                StoreOption.secret("password", "what opens it"),
                StoreOption.of("label", StoreOption.Kind.TEXT, "what is written on it", null));
    }

    @Override
    public Store open(StoreConfig config) {
        hook.accept("open");
        opened = config;
        return new ListStore();
    }

    private final class ListStore implements Store {

        private final Semaphore writing = new Semaphore(1);
        private Map<String, EntitySchema> schemas = new TreeMap<>();
        private Map<String, Map<Key, Row>> rows = new TreeMap<>();

        @Override
        public synchronized List<EntitySchema> schemas() {
            return List.copyOf(schemas.values());
        }

        @Override
        public List<EntitySchema> evolve(List<SchemaChange> changes) {
            hook.accept("evolve");
            await(Duration.ofSeconds(10));
            try {
                return changed(changes);
            } finally {
                writing.release();
            }
        }

        private synchronized List<EntitySchema> changed(List<SchemaChange> changes) {
            Map<String, EntitySchema> after = new TreeMap<>(schemas);
            Map<String, Map<Key, Row>> rowsAfter = copy(rows);
            for (SchemaChange change : changes) {
                EntitySchema schema = change.applyTo(after.get(change.entity()));
                if (schema != null) {
                    after.put(schema.name(), schema);
                    Map<Key, Row> widened = new LinkedHashMap<>();
                    rowsAfter
                            .getOrDefault(schema.name(), Map.of())
                            .forEach((key, row) -> widened.put(key, widened(row, schema)));
                    rowsAfter.put(schema.name(), widened);
                }
            }
            schemas = after;
            rows = rowsAfter;
            return schemas();
        }

        private static Row widened(Row row, EntitySchema schema) {
            @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
            System.arraycopy(row.toArray(), 0, values, 0, row.size());
            return Row.of(values);
        }

        private void await(Duration patience) {
            try {
                if (!writing.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new StoreTimeoutException(ErrorContext.none(), "another one writes");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException(ErrorContext.none(), "interrupted", e);
            }
        }

        @Override
        public Transaction begin(Access access, Duration patience) {
            hook.accept("begin");
            if (access == Access.READ_WRITE) {
                await(patience);
            }
            synchronized (this) {
                return new ListTransaction(this, access, Map.copyOf(schemas), copy(rows));
            }
        }

        private static Map<String, Map<Key, Row>> copy(Map<String, Map<Key, Row>> rows) {
            Map<String, Map<Key, Row>> copy = new TreeMap<>();
            rows.forEach((entity, content) -> copy.put(entity, new LinkedHashMap<>(content)));
            return copy;
        }

        @Override
        public void close() {
            hook.accept("close");
        }
    }

    private final class ListTransaction implements Transaction {

        private final ListStore store;
        private final Access access;
        private final Map<String, EntitySchema> schemas;
        private final Map<String, Map<Key, Row>> rows;
        private long written;
        private boolean ended;

        ListTransaction(
                ListStore store, Access access, Map<String, EntitySchema> schemas, Map<String, Map<Key, Row>> rows) {
            this.store = store;
            this.access = access;
            this.schemas = schemas;
            this.rows = rows;
        }

        @Override
        public Optional<Row> get(String entity, Key key) {
            hook.accept("get");
            return Optional.ofNullable(rows(entity).get(key));
        }

        @Override
        public Scan scan(ScanRequest request) {
            hook.accept("scan");
            scans.add(request);
            // The last inserted comes first, so that nobody gets an order by luck.
            List<Row> content = new ArrayList<>(rows(request.query().entity()).values());
            Collections.reverse(content);
            return new ListScan(content.iterator(), request.query().condition());
        }

        @Override
        public ChangeResult apply(Change change) {
            hook.accept("apply");
            Map<Key, Row> content = rows(change.entity());
            EntitySchema schema = Objects.requireNonNull(schemas.get(change.entity()));
            long count = switch (change) {
                case Change.Insert insert -> {
                    for (Row row : insert.rows()) {
                        if (content.putIfAbsent(schema.keyOf(row), row) != null) {
                            throw new ExistsException(ErrorContext.none(), "it is there");
                        }
                    }
                    yield insert.rows().size();
                }
                case Change.Update update -> {
                    for (Change.Versioned row : update.rows()) {
                        Row before = content.put(schema.keyOf(row.row()), row.row());
                        if (before == null) {
                            throw new MissingException(ErrorContext.none(), "it is not there");
                        }
                        requireVersion(schema, before, row.expected());
                    }
                    yield update.rows().size();
                }
                case Change.Save save -> {
                    save.rows().forEach(row -> content.put(schema.keyOf(row.row()), row.row()));
                    yield save.rows().size();
                }
                case Change.Delete delete ->
                    delete.targets().stream()
                            .filter(target -> content.remove(target.key()) != null)
                            .count();
            };
            written += count;
            return new ChangeResult(count);
        }

        private static void requireVersion(EntitySchema schema, Row before, OptionalLong expected) {
            if (expected.isPresent()
                    && !Long.valueOf(expected.getAsLong()).equals(before.get(schema.versionPosition()))) {
                throw new StaleVersionException(ErrorContext.none(), "it is stale");
            }
        }

        private Map<Key, Row> rows(String entity) {
            return Objects.requireNonNull(rows.get(entity));
        }

        @Override
        public ChangeResult commit() {
            hook.accept("commit");
            synchronized (store) {
                if (access == Access.READ_WRITE) {
                    store.rows = rows;
                }
            }
            end();
            return new ChangeResult(written);
        }

        @Override
        public void close() {
            hook.accept("rollback");
            end();
        }

        private void end() {
            if (!ended) {
                ended = true;
                if (access == Access.READ_WRITE) {
                    store.writing.release();
                }
            }
        }
    }

    private final class ListScan implements Scan {

        private final Iterator<Row> rows;
        private final Condition condition;
        private long read;

        ListScan(Iterator<Row> rows, Condition condition) {
            this.rows = rows;
            this.condition = condition;
        }

        @Override
        public @Nullable Row next() {
            hook.accept("next");
            if (!rows.hasNext()) {
                return null;
            }
            read++;
            return rows.next();
        }

        @Override
        public Condition residual() {
            return condition;
        }

        @Override
        public boolean ordered() {
            return false;
        }

        @Override
        public boolean limited() {
            return false;
        }

        @Override
        public long rowsRead() {
            return read;
        }

        @Override
        public void close() {
            hook.accept("close scan");
        }
    }
}
