package org.stowage.launcher.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Progress;
import org.stowage.spi.Access;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/**
 * Copies entities from one store to another: one snapshot, written in one transaction. The rows go into new entities; where one is to be
 * replaced, the new entity is made beside it and takes its name when all rows are there. So the other store has all of it, or is as it was.
 */
public final class StoreCopy {

    private static final int BATCH = 1000;
    private static final String BESIDE = "_arriving";

    private final OpenStore from;
    private final OpenStore to;
    private final List<Part> parts = new ArrayList<>();

    /** An entity on its way. */
    private record Part(EntitySchema schema, String arrivesAs) {
        boolean replaces() {
            return !arrivesAs.equals(schema.name());
        }
    }

    /**
     * Prepares the copy.
     *
     * @param entities which; all if there are none
     * @param replace whether entities of the other store that hold rows may be replaced
     */
    public StoreCopy(OpenStore from, OpenStore to, List<String> entities, boolean replace) {
        this.from = from;
        this.to = to;
        List<EntitySchema> schemas = entities.isEmpty()
                ? from.schemas()
                : entities.stream().distinct().map(from::requireSchema).toList();
        schemas.forEach(schema -> parts.add(part(schema, replace)));
    }

    private Part part(EntitySchema schema, boolean replace) {
        Optional<EntitySchema> there = to.schema(schema.name());
        if (there.isEmpty()) {
            return new Part(schema, schema.name());
        }
        boolean occupied = to.read(transaction -> transaction.count(StoreDigest.allByKey(there.get()))) > 0;
        if (occupied && !replace) {
            throw new FailureException("entity '" + schema.name()
                    + "' of the store to copy to holds rows already; say --replace to give them up");
        }
        return new Part(schema, schema.name() + BESIDE);
    }

    /** Returns how many rows there are to copy. */
    public long rows() {
        return from.read(transaction -> parts.stream()
                .mapToLong(part -> transaction.count(StoreDigest.allByKey(part.schema())))
                .sum());
    }

    /**
     * Copies, and reads what has arrived.
     *
     * @param progress is told how many rows were read or read again
     */
    public CopyResult run(Progress progress) {
        if (parts.isEmpty()) {
            return new CopyResult(List.of(), List.of());
        }
        RowCount count = new RowCount(progress);
        create();
        List<EntityDigest> sent;
        try {
            sent = fill(count);
            takeNames();
        } catch (RuntimeException | Error failure) {
            NewEntities.remove(to, parts.stream().map(Part::arrivesAs).toList(), failure);
            throw failure;
        }
        return new CopyResult(sent, arrived(count));
    }

    private void create() {
        List<SchemaChange> changes = new ArrayList<>();
        for (Part part : parts) {
            // What a copy left that was killed on its way.
            if (part.replaces() && to.schema(part.arrivesAs()).isPresent()) {
                changes.add(new SchemaChange.DropEntity(part.arrivesAs()));
            }
            changes.add(new SchemaChange.CreateEntity(renamed(part.schema(), part.arrivesAs())));
        }
        to.evolve(changes);
    }

    private static EntitySchema renamed(EntitySchema schema, String name) {
        EntitySchema.Builder builder = EntitySchema.named(name).key(schema.key().toArray(String[]::new));
        schema.fields().forEach(builder::field);
        schema.version().ifPresent(builder::version);
        schema.indexes().forEach(builder::index);
        return builder.build();
    }

    private List<EntityDigest> fill(RowCount count) {
        List<EntityDigest> digests = new ArrayList<>();
        try (StoreTransaction reading = from.begin(Access.READ_ONLY);
                StoreTransaction writing = to.begin(Access.READ_WRITE)) {
            for (Part part : parts) {
                digests.add(fill(part, reading, writing, count));
            }
            Interruption.check();
            writing.commit();
        }
        return digests;
    }

    private static EntityDigest fill(Part part, StoreTransaction reading, StoreTransaction writing, RowCount count) {
        StoreDigest digest = new StoreDigest(part.schema());
        List<Row> batch = new ArrayList<>(BATCH);
        try (RowStream rows = reading.scan(StoreDigest.allByKey(part.schema()))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                digest.add(row);
                batch.add(row);
                count.next();
                if (batch.size() == BATCH) {
                    Interruption.check();
                    writing.apply(new Change.Insert(part.arrivesAs(), batch));
                    batch.clear();
                }
            }
        }
        writing.apply(new Change.Insert(part.arrivesAs(), batch));
        return digest.result();
    }

    private void takeNames() {
        List<SchemaChange> changes = new ArrayList<>();
        for (Part part : parts) {
            if (part.replaces()) {
                changes.add(new SchemaChange.DropEntity(part.schema().name()));
                changes.add(new SchemaChange.RenameEntity(
                        part.arrivesAs(), part.schema().name()));
            }
        }
        if (!changes.isEmpty()) {
            to.evolve(changes);
        }
    }

    private List<EntityDigest> arrived(RowCount count) {
        return to.read(transaction -> parts.stream()
                .map(part -> StoreDigest.of(
                        transaction, to.requireSchema(part.schema().name()), count::next))
                .toList());
    }

    /** Counts the rows that went by. */
    private static final class RowCount {
        private final Progress progress;
        private long rows;

        RowCount(Progress progress) {
            this.progress = progress;
        }

        void next() {
            progress.reached(++rows);
        }
    }
}
