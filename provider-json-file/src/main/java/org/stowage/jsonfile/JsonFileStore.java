package org.stowage.jsonfile;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stowage.spi.Access;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** The reference engine over a folder: all rows are in memory, every commit is in a journal, and the journals are folded into readable files. */
final class JsonFileStore implements Store {

    private final Engine engine;
    private final Folding folding;
    private final Runnable unlock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private JsonFileStore(Engine engine, Folding folding, Runnable unlock) {
        this.engine = engine;
        this.folding = folding;
        this.unlock = unlock;
    }

    /**
     * Opens the store in a folder that nobody else has open.
     *
     * @param writing when a commit is durable
     * @param foldAt the size of the journals in bytes below which nothing is folded
     * @param unlock run when the store is closed; not if this throws
     */
    static JsonFileStore open(StoreErrors errors, Folder folder, Folder.Writing writing, long foldAt, Runnable unlock) {
        Recovery recovery = new Recovery(folder, errors);
        try {
            recovery.run();
        } catch (IOException e) {
            throw errors.medium("the files could not be read", e);
        }
        EntityFiles files = recovery.files();
        JournalLog log = new JournalLog(folder, errors, writing, files, recovery.recovered());
        Engine engine = recovery.engine().open(log);
        Folding folding = new Folding(errors, files, log, engine::snapshot, foldAt);
        log.afterWrite(folding::afterWrite);
        return new JsonFileStore(engine, folding, unlock);
    }

    @Override
    public List<EntitySchema> schemas() {
        return engine.schemas();
    }

    @Override
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        return engine.evolve(changes);
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        return engine.begin(access, patience);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            engine.close();
        } finally {
            foldAndUnlock();
        }
    }

    private void foldAndUnlock() {
        try {
            folding.close();
        } finally {
            unlock.run();
        }
    }
}
