package org.example.mvstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.stowage.spi.engine.Commit;
import org.stowage.spi.engine.CommitLog;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.file.StoreLock;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.schema.SchemaCode;

/**
 * Makes the commits of Stowage's engine last: one map of MVStore holds the shapes, and one for each entity its rows by key. A commit of the
 * engine is a commit of MVStore.
 */
final class MvstoreLog implements CommitLog {

    private static final String SHAPES = "shapes";
    private static final String ROWS = "rows/";

    private final String store;
    private final Path path;
    private final StoreLock lock;
    private final DurableFile file;
    private final MVStore maps;
    private final MVMap<String, String> shapes;

    private MvstoreLog(String store, Path path, StoreLock lock, DurableFile file) {
        this.store = store;
        this.path = path;
        this.lock = lock;
        this.file = file;
        // Nothing is written but by commit(): a large transaction must not leave a part of itself.
        this.maps = new MVStore.Builder()
                .fileStore(file)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        // Space is used again at once: what it held is older than a commit that is on the disk.
        maps.setRetentionTime(0);
        this.shapes = maps.openMap(SHAPES);
    }

    /** Returns the engine with what the file holds. */
    static Engine open(String store, Path path) {
        StoreLock lock = StoreLock.take(store, path, path.resolveSibling(path.getFileName() + ".lock"));
        DurableFile file = null;
        try {
            file = DurableFile.open(path);
            syncFolder(path.getParent());
            return new MvstoreLog(store, path, lock, file).engine();
        } catch (IOException | RuntimeException | Error e) {
            release(lock, file);
            throw refused(store, path, file != null && file.failure() != null ? file.failure() : e);
        }
    }

    // A file is there after a loss of power once its folder says so.
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders, and writes them by itself.
        }
    }

    private static RuntimeException refused(String store, Path path, Throwable cause) {
        return switch (cause) {
            case IOException e -> unavailable(store, "'" + path + "' cannot be read", e);
            case Error e -> throw e;
            default ->
                new CorruptStoreException(
                        ErrorContext.of(store),
                        "store '" + store + "': '" + path + "' cannot be read: " + cause.getMessage()
                                + "; put back a copy that was made while the store was closed",
                        cause);
        };
    }

    private Engine engine() {
        EngineBuilder engine = Engine.named(store);
        for (String shape : shapes.values()) {
            EntitySchema schema = SchemaCode.decode(shape);
            engine.load(
                    schema,
                    rows(schema.name()).values().stream()
                            .map(text -> RowText.read(schema, text))
                            .iterator());
        }
        return engine.open(this);
    }

    @Override
    public Receipt append(Commit commit) {
        try {
            file.decide();
            commit.schemaChanges().forEach(this::change);
            commit.rowChanges().forEach(this::write);
            maps.commit();
            return Receipt.DURABLE;
        } catch (MVStoreException e) {
            throw failed(e);
        } catch (RuntimeException | Error e) {
            maps.rollback();
            throw e;
        }
    }

    private void write(Commit.RowChanges changes) {
        EntitySchema schema = changes.schema();
        MVMap<String, String> rows = rows(schema.name());
        changes.deleted().forEach(key -> rows.remove(RowText.of(schema, key)));
        changes.written().forEach(row -> rows.put(RowText.of(schema, schema.keyOf(row)), RowText.of(schema, row)));
    }

    private void change(SchemaChange change) {
        String text = shapes.remove(change.entity());
        EntitySchema before = text == null ? null : SchemaCode.decode(text);
        EntitySchema after = change.applyTo(before);
        if (after != null) {
            shapes.put(after.name(), SchemaCode.encode(after));
        }
        switch (change) {
            case SchemaChange.RenameEntity rename -> maps.renameMap(rows(rename.entity()), ROWS + rename.to());
            case SchemaChange.DropEntity drop -> maps.removeMap(rows(drop.entity()));
            case SchemaChange.AddField add ->
                rewrite(rows(add.entity()), row -> RowText.longer(row, add.field().type(), add.value()));
            case SchemaChange.DropField drop ->
                rewrite(rows(drop.entity()), row -> RowText.shorter(row, before.position(drop.field())));
            default -> {} // Names and types are in the shape, and the text of a value is the same for a wider type.
        }
    }

    private static void rewrite(MVMap<String, String> rows, UnaryOperator<String> rewriting) {
        for (Cursor<String, String> row = rows.cursor(null); row.hasNext(); ) {
            String key = row.next();
            rows.put(key, rewriting.apply(row.getValue()));
        }
    }

    private MVMap<String, String> rows(String entity) {
        return maps.openMap(ROWS + entity);
    }

    private StoreException failed(MVStoreException e) {
        if (file.undecided()) {
            return new CommitUnknownException(
                    ErrorContext.of(store),
                    "store '" + store + "': '" + path + "' failed while a commit was written: " + e.getMessage()
                            + "; open the store again to see whether it is there",
                    e);
        }
        return unavailable(store, "'" + path + "' cannot be written, close the store and open it again", e);
    }

    private static StoreUnavailableException unavailable(String store, String problem, Exception cause) {
        return new StoreUnavailableException(
                ErrorContext.of(store), "store '" + store + "': " + problem + ": " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            maps.close();
        } catch (MVStoreException e) {
            throw unavailable(store, "'" + path + "' holds all that was committed, and could not be closed", e);
        } finally {
            release(lock, file);
        }
    }

    private static void release(StoreLock lock, DurableFile file) {
        try (lock) {
            if (file != null) {
                file.close();
            }
        }
    }
}
