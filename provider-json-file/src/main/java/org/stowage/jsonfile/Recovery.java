package org.stowage.jsonfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.engine.Commit;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/**
 * Reads a folder: ends what a crash has interrupted, loads the files of the entities, and replays the commits that only the
 * journals hold.
 *
 * <p>Files that were edited are taken as they are, with one exception: where a journal holds commits for an entity, its file must be the one
 * that they were made for. They would silently undo the edit, or it them.
 */
final class Recovery {

    private final Folder folder;
    private final StoreErrors errors;
    private final EngineBuilder engine;
    private final Map<String, EntitySchema> schemas = new TreeMap<>();
    private final Map<String, Fingerprint> files = new TreeMap<>();
    private final Set<String> edited = new HashSet<>();
    private final List<ClosedJournal> journals = new ArrayList<>();
    private final Map<String, Long> lastChanges = new HashMap<>();
    private @Nullable Manifest manifest;
    private long last;

    Recovery(Folder folder, StoreErrors errors) {
        this.folder = folder;
        this.errors = errors;
        this.engine = Engine.named(errors.store());
    }

    /** Returns whether a folder has anything of a store in it. */
    static boolean isStore(Folder folder) throws IOException {
        return folder.names().stream()
                .anyMatch(name -> name.equals(FileNames.LOCK)
                        || name.equals(FileNames.MANIFEST)
                        || FileNames.isEntity(name)
                        || FileNames.journalNumber(name).isPresent());
    }

    /** Reads everything. */
    void run() throws IOException {
        List<String> names = folder.names();
        if (names.contains(FileNames.MANIFEST)) {
            manifest = Manifest.read(folder, errors);
            last = manifest.commit();
        }
        EntityFiles.complete(folder, manifest, errors);
        List<String> entities =
                folder.names().stream().filter(FileNames::isEntity).sorted().toList();
        for (String name : entities) {
            load(name);
        }
        noteEdits();
        engine.loadedAt(last);
        replayJournals(names);
    }

    private void load(String name) throws IOException {
        try (EntityReader reader = EntityReader.open(folder, name, errors.store())) {
            engine.load(reader.schema(), reader);
            schemas.put(reader.schema().name(), reader.schema());
            files.put(name, reader.fingerprint());
        } catch (ExistsException | UniqueViolatedException e) {
            throw new RowClash(folder, name, errors).explain(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void noteEdits() {
        if (manifest != null) {
            edited.addAll(files.keySet());
            edited.addAll(manifest.files().keySet());
            manifest.files().forEach((name, fingerprint) -> {
                if (fingerprint.equals(files.get(name))) {
                    edited.remove(name);
                }
            });
        }
    }

    private void replayJournals(List<String> names) throws IOException {
        List<Long> numbers = names.stream()
                .map(FileNames::journalNumber)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .sorted()
                .toList();
        CommitReader commits = new CommitReader(errors.context(), schemas.values());
        for (long number : numbers) {
            try (JournalReader reader = new JournalReader(folder, FileNames.ofJournal(number), errors)) {
                replay(number, reader, commits);
            }
        }
    }

    private void replay(long number, JournalReader reader, CommitReader commits) throws IOException {
        Frame first = reader.next(last);
        long before = first == null ? last : first.number();
        if (before > last) {
            requireManifest(reader);
            throw reader.corrupt("the journal begins after commit " + before
                    + ", but what is there before it ends with commit " + last + ": restore the folder from a backup");
        }
        Frame frame = first == null ? null : reader.next(Math.max(before, last));
        while (frame != null) {
            if (frame.number() != before + 1) {
                throw reader.corrupt("commit " + frame.number() + " follows commit " + before
                        + ": restore the folder from a backup");
            }
            before = frame.number();
            if (before > last) {
                replay(commit(before, frame, commits, reader), reader);
            }
            frame = reader.next(Math.max(before, last));
        }
        journals.add(new ClosedJournal(number, before, reader.size()));
    }

    private void requireManifest(JournalReader reader) {
        if (manifest == null) {
            throw reader.corrupt("the file '" + FileNames.MANIFEST
                    + "' is missing, which says to which files the journal belongs: put it back");
        }
    }

    private Commit commit(long number, Frame frame, CommitReader commits, JournalReader reader) throws IOException {
        try {
            return commits.read(number, frame.json(), reader.place());
        } catch (CorruptStoreException e) {
            throw e;
        } catch (StoreException e) {
            throw unfit(number, reader, e);
        }
    }

    private void replay(Commit commit, JournalReader reader) {
        requireManifest(reader);
        commit.rowChanges().forEach(changes -> changes(changes.schema().name(), commit, reader));
        for (SchemaChange change : commit.schemaChanges()) {
            JournalLog.changedEntities(change).forEach(entity -> changes(entity, commit, reader));
        }
        try {
            engine.replay(commit);
        } catch (StoreException e) {
            throw unfit(commit.number(), reader, e);
        }
        last = commit.number();
    }

    private CorruptStoreException unfit(long number, JournalReader reader, StoreException cause) {
        return errors.corrupt(
                reader.place() + ": commit " + number + " does not fit the files: " + cause.getMessage(), cause);
    }

    private void changes(String entity, Commit commit, JournalReader reader) {
        String file = FileNames.ofEntity(entity);
        if (edited.contains(file)) {
            throw errors.corrupt(folder.place(file)
                    + ": the file was changed although the journal still holds commits for it (the first at "
                    + reader.place()
                    + "): put the file back as it was, open and close the store, and change it then");
        }
        lastChanges.put(entity, commit.number());
    }

    EngineBuilder engine() {
        return engine;
    }

    Recovered recovered() {
        return new Recovered(last, journals, lastChanges);
    }

    /** Returns the files as they are now. */
    EntityFiles files() {
        long commit = manifest == null ? 0 : manifest.commit();
        long fold = manifest == null ? 0 : manifest.fold();
        List<String> dropped = manifest == null ? List.of() : manifest.dropped();
        return new EntityFiles(folder, new Manifest(commit, fold, files, dropped), manifest);
    }
}
