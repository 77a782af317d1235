package org.stowage.launcher.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Progress;
import org.stowage.launcher.input.RecordReader;
import org.stowage.launcher.input.RecordSource;
import org.stowage.launcher.input.RowReader;
import org.stowage.launcher.input.SourceRecord;
import org.stowage.spi.Access;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/**
 * Puts the records of a file into an entity: all of them in one transaction, or none. The file is read as it is written, row by row. An
 * entity that had to be made is taken away again if the rows do not go in.
 */
public final class EntityImport {

    private static final int BATCH = 1000;

    private final OpenStore store;
    private final RecordSource source;
    private final EntitySchema schema;
    private final ImportMode mode;

    /** Creates the import. */
    public EntityImport(OpenStore store, RecordSource source, EntitySchema schema, ImportMode mode) {
        this.store = store;
        this.source = source;
        this.schema = schema;
        this.mode = mode;
    }

    /**
     * Imports.
     *
     * @param create whether the entity has to be made first
     * @return how many rows were written
     */
    public long run(boolean create, Progress progress) {
        if (!create) {
            return rows(progress);
        }
        store.evolve(List.of(new SchemaChange.CreateEntity(schema)));
        try {
            return rows(progress);
        } catch (RuntimeException | Error failure) {
            NewEntities.remove(store, List.of(schema.name()), failure);
            throw failure;
        }
    }

    private long rows(Progress progress) {
        RowReader rows = new RowReader(schema, source);
        KeyFingerprints keys = new KeyFingerprints();
        List<Row> batch = new ArrayList<>(BATCH);
        long firstLine = 1;
        long records = 0;
        try (StoreTransaction transaction = store.begin(Access.READ_WRITE);
                RecordReader reader = source.open(progress::reached)) {
            for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
                Row row = checked(rows.row(record), record.line());
                if (!keys.add(schema.keyOf(row))) {
                    refuseSecond(schema.keyOf(row), record.line(), records);
                }
                records++;
                firstLine = batch.isEmpty() ? record.line() : firstLine;
                batch.add(row);
                if (batch.size() == BATCH) {
                    write(transaction, batch, firstLine);
                }
            }
            write(transaction, batch, firstLine);
            return transaction.commit();
        }
    }

    private Row checked(Row row, long line) {
        try {
            return schema.check(row);
        } catch (StoreException e) {
            throw source.wrong(line, String.valueOf(e.getMessage()), e);
        }
    }

    private void write(StoreTransaction transaction, List<Row> batch, long firstLine) {
        Interruption.check();
        if (batch.isEmpty()) {
            return;
        }
        try {
            transaction.apply(
                    switch (mode) {
                        case INSERT -> new Change.Insert(schema.name(), batch);
                        case SAVE ->
                            new Change.Save(
                                    schema.name(),
                                    batch.stream().map(Change.Versioned::any).toList());
                    });
        } catch (ExistsException e) {
            throw alreadyThere(e);
        } catch (StoreException e) {
            throw new FailureException(
                    source.file().shown() + ", from line " + firstLine + " on: " + e.getMessage(), e);
        }
        batch.clear();
    }

    private FailureException alreadyThere(ExistsException failure) {
        Key key = failure.key().orElse(null);
        Long line = key == null ? null : lineOf(key, Long.MAX_VALUE);
        String message = "the key '" + (key == null ? "of a row" : key) + "' is in entity '" + schema.name()
                + "' already; say --save to replace rows that have the same key";
        return line == null ? new FailureException(message, failure) : source.wrong(line, message, failure);
    }

    /** Refuses a key that came before; one that merely looks like another is none. */
    private void refuseSecond(Key key, long line, long recordsBefore) {
        Long first = lineOf(key, recordsBefore);
        if (first != null) {
            throw new FailureException(source.file().shown() + ", line " + line + ": the key '" + key
                    + "' is a duplicate of line " + first + "; every record needs a key of its own");
        }
    }

    /** Returns the line of the first record that has a key, among so many. */
    private @Nullable Long lineOf(Key key, long records) {
        RowReader rows = new RowReader(schema, source);
        try (RecordReader reader = source.open()) {
            long left = records;
            for (SourceRecord record = reader.next(); record != null && left > 0; record = reader.next()) {
                if (schema.keyOf(schema.check(rows.row(record))).equals(key)) {
                    return record.line();
                }
                left--;
            }
        }
        return null;
    }
}
