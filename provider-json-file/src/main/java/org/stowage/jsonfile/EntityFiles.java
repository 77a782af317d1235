package org.stowage.jsonfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.engine.Snapshot;
import org.stowage.spi.schema.EntitySchema;

/**
 * The files of the entities of an open store.
 *
 * <p>A fold brings them to a later state, all or none, though a crash may come between any two steps: it writes the new files beside the
 * old ones and makes them durable; it puts a new manifest in the place of the old one, which is the moment that counts; it gives the new
 * files their names. If the last step was interrupted, {@link #complete} does it again when the store is opened. Journals
 * are given up after that, never before. Used by one thread at a time.
 */
final class EntityFiles {

    private final Folder folder;
    private Manifest state;
    private @Nullable Manifest written;
    private long folds;

    // Also those that a fold has given their names before it failed.
    private final Set<String> names;

    /**
     * Starts with files as they were found.
     *
     * @param state what they are
     * @param written the manifest that is there, if there is one
     */
    EntityFiles(Folder folder, Manifest state, @Nullable Manifest written) {
        this.folder = folder;
        this.state = state;
        this.written = written;
        this.folds = state.fold();
        this.names = new TreeSet<>(state.files().keySet());
    }

    /** Makes sure that the manifest says what the files are: a journal without it would be of no use. */
    synchronized void describe() throws IOException {
        if (!state.equals(written)) {
            Manifest described = new Manifest(state.commit(), ++folds, state.files(), List.of());
            put(described);
            state = described;
        }
    }

    /**
     * Brings the files to a later state. Their new names need not be durable when this returns: as long as the manifest is there, they are given
     * again.
     *
     * @param changed the entities whose files need writing; all others are as they were
     */
    synchronized void fold(Snapshot snapshot, Set<String> changed) throws IOException {
        long fold = ++folds;
        List<String> prepared = new ArrayList<>();
        Manifest next;
        try {
            next = prepare(snapshot, changed, fold, prepared);
        } catch (IOException | RuntimeException e) {
            discard(prepared, fold);
            throw e;
        }
        names.addAll(prepared);
        put(next);
        for (String name : prepared) {
            folder.rename(FileNames.prepared(name, fold), name);
        }
        deleteIfThere(next.dropped());
        names.retainAll(next.files().keySet());
        state = next;
    }

    private Manifest prepare(Snapshot snapshot, Set<String> changed, long fold, List<String> prepared)
            throws IOException {
        Map<String, Fingerprint> files = new TreeMap<>();
        for (EntitySchema schema : snapshot.schemas()) {
            String name = FileNames.ofEntity(schema.name());
            Fingerprint known = state.files().get(name);
            if (known == null || changed.contains(schema.name())) {
                prepared.add(name);
                try (FingerprintedOutput out = create(FileNames.prepared(name, fold))) {
                    EntityWriter.write(schema, snapshot.rows(schema.name()), out);
                    known = out.finish();
                }
            }
            files.put(name, known);
        }
        folder.sync();
        List<String> dropped =
                names.stream().filter(name -> !files.containsKey(name)).toList();
        return new Manifest(snapshot.number(), fold, files, dropped);
    }

    private void discard(List<String> prepared, long fold) {
        for (String name : prepared) {
            try {
                folder.delete(FileNames.prepared(name, fold));
            } catch (IOException e) {
                // It is deleted when the store is opened again; what prevented the fold is the error to report.
            }
        }
    }

    private void put(Manifest manifest) throws IOException {
        String prepared = FileNames.prepared(FileNames.MANIFEST, manifest.fold());
        try (FingerprintedOutput out = create(prepared)) {
            manifest.write(out);
            out.finish();
        }
        written = null;
        folder.rename(prepared, FileNames.MANIFEST);
        folder.sync();
        written = manifest;
    }

    private FingerprintedOutput create(String name) throws IOException {
        return new FingerprintedOutput(folder.create(name, Folder.Writing.BUFFERED));
    }

    private void deleteIfThere(List<String> dropped) throws IOException {
        List<String> present = dropped.isEmpty() ? List.of() : folder.names();
        for (String name : dropped) {
            if (present.contains(name)) {
                folder.delete(name);
            }
        }
    }

    /** Leaves the files to themselves, since they hold every commit. */
    synchronized void release() throws IOException {
        List<String> present = folder.names();
        // Only such as could be neither started nor deleted.
        List<String> journals = present.stream()
                .filter(name -> FileNames.journalNumber(name).isPresent())
                .toList();
        for (String journal : journals) {
            folder.delete(journal);
        }
        if (!journals.isEmpty()) {
            folder.sync();
        }
        if (present.contains(FileNames.MANIFEST)) {
            written = null;
            folder.delete(FileNames.MANIFEST);
            folder.sync();
        }
    }

    /** Returns how many bytes the files have. */
    synchronized long size() {
        return state.files().values().stream().mapToLong(Fingerprint::size).sum();
    }

    /** Does what is left of a fold whose manifest is there, and removes what folds without one have left. */
    static void complete(Folder folder, @Nullable Manifest manifest, StoreErrors errors) throws IOException {
        List<String> names = folder.names();
        boolean changed = false;
        if (manifest != null) {
            for (Map.Entry<String, Fingerprint> file : manifest.files().entrySet()) {
                String prepared = FileNames.prepared(file.getKey(), manifest.fold());
                if (names.contains(prepared)) {
                    if (!FingerprintedInput.of(folder, prepared).equals(file.getValue())) {
                        throw errors.corrupt(folder.place(prepared)
                                + ": the file is not what was written: restore the folder from a backup");
                    }
                    folder.rename(prepared, file.getKey());
                    changed = true;
                }
            }
            for (String dropped : manifest.dropped()) {
                if (names.contains(dropped)) {
                    folder.delete(dropped);
                    changed = true;
                }
            }
        }
        for (String name : folder.names()) {
            if (FileNames.isPrepared(name)) {
                folder.delete(name);
                changed = true;
            }
        }
        if (changed) {
            folder.sync();
        }
    }
}
