package org.stowage.conformance;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Access;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** A transaction that is right but for one defect. */
final class BrokenTransaction implements Transaction {

    private final Store store;
    private final Access access;
    private final Duration patience;
    private final Defect defect;
    private final List<Change> remembered = new ArrayList<>();
    private @Nullable Transaction transaction;
    private boolean open = true;

    BrokenTransaction(Store store, Access access, Duration patience, Defect defect) {
        this.store = store;
        this.access = access;
        this.patience = patience;
        this.defect = defect;
        if (defect != Defect.SNAPSHOT_FIXED_LATE || access == Access.READ_WRITE) {
            begun();
        }
    }

    boolean open() {
        return open;
    }

    private Transaction begun() {
        Transaction known = transaction;
        if (known == null) {
            // To lose updates, a writer reads a snapshot and writes only when it commits.
            known = store.begin(defect == Defect.LOST_UPDATE ? Access.READ_ONLY : access, patience);
            transaction = known;
        }
        return known;
    }

    private EntitySchema schema(String entity) {
        return store.schemas().stream()
                .filter(schema -> schema.name().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Row> get(String entity, Key key) {
        return begun().get(entity, key);
    }

    @Override
    public Scan scan(ScanRequest request) {
        Transaction current = begun();
        EntitySchema schema = schema(request.query().entity());
        boolean changes = defect == Defect.OPEN_RESULT_CHANGES && access == Access.READ_WRITE;
        return BrokenScan.of(defect, changes, request, schema, current::scan);
    }

    @Override
    public ChangeResult apply(Change change) {
        Change broken = broken(change);
        if (defect == Defect.LOST_UPDATE) {
            remembered.add(broken);
            return new ChangeResult(broken.size());
        }
        ChangeResult result = apply(begun(), broken);
        if (defect == Defect.COMMITS_EVERY_ROW) {
            begun().commit();
            begun().close();
            transaction = null;
            begun();
        }
        return result;
    }

    private ChangeResult apply(Transaction current, Change change) {
        if (defect == Defect.COUNTS_ONLY_WHAT_CHANGED && change instanceof Change.Update update) {
            EntitySchema schema = schema(update.entity());
            long changed = update.rows().stream()
                    .filter(row -> !current.get(update.entity(), schema.keyOf(row.row()))
                            .equals(Optional.of(row.row())))
                    .count();
            current.apply(change);
            return new ChangeResult(changed);
        }
        if (defect == Defect.SAVE_REPLACES_BOTH && change instanceof Change.Save save) {
            removeClashing(current, save);
        }
        return current.apply(change);
    }

    private void removeClashing(Transaction current, Change.Save save) {
        EntitySchema schema = schema(save.entity());
        for (Change.Versioned saved : save.rows()) {
            for (Row row : rows(current, schema)) {
                boolean clashes = schema.indexes().stream().anyMatch(index -> same(schema, index, saved.row(), row));
                if (clashes && !schema.keyOf(row).equals(schema.keyOf(saved.row()))) {
                    current.apply(
                            new Change.Delete(save.entity(), List.of(Change.Target.any(schema.keyOf(row))), true));
                }
            }
        }
    }

    private static List<Row> rows(Transaction current, EntitySchema schema) {
        return Topic.rows(current, schema);
    }

    private static boolean same(EntitySchema schema, Index index, Row left, Row right) {
        return index.unique()
                && index.fields().stream().allMatch(field -> {
                    Object value = left.get(schema.position(field));
                    return value != null && value.equals(right.get(schema.position(field)));
                });
    }

    private Change broken(Change change) {
        return switch (change) {
            case Change.Insert insert ->
                new Change.Insert(
                        insert.entity(),
                        insert.rows().stream().map(this::broken).toList());
            case Change.Update update -> update;
            case Change.Save save -> save;
            case Change.Delete delete -> delete;
        };
    }

    private Row broken(Row row) {
        return Row.of(Stream.of(row.toArray()).map(this::broken).toArray());
    }

    private @Nullable Object broken(@Nullable Object value) {
        if (defect == Defect.TRIMS_TEXT && value instanceof String text && text.length() > 1) {
            return text.strip();
        }
        return defect == Defect.TRUNCATES_NANOSECONDS && value instanceof Instant instant
                ? instant.truncatedTo(ChronoUnit.MICROS)
                : value;
    }

    @Override
    public ChangeResult commit() {
        if (defect != Defect.LOST_UPDATE) {
            return begun().commit();
        }
        if (remembered.isEmpty()) {
            return new ChangeResult(0);
        }
        try (Transaction late = store.begin(Access.READ_WRITE, patience)) {
            remembered.forEach(late::apply);
            return late.commit();
        }
    }

    @Override
    public void close() {
        open = false;
        if (transaction != null) {
            transaction.close();
        }
    }
}
