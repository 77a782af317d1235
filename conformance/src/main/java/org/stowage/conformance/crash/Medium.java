package org.stowage.conformance.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A medium that keeps its promises to the letter and nothing beyond them. What was not made durable may be lost when the power goes:
 * of a write any of its sectors, of names any choice.
 */
final class Medium {

    private static final int SECTOR = 512;

    /** What the medium takes no notice of, so that a trial on it must find something. */
    enum Deafness {
        /** It hears everything. */
        NONE,
        /** Files that are to be made durable. */
        FILES,
        /** Folders that are to be made durable. */
        FOLDERS
    }

    private final Deafness deafness;
    private final Map<String, Entry> names = new TreeMap<>();
    private final Map<String, Entry> durableNames = new TreeMap<>();
    private final List<NameChange> pendingNames = new ArrayList<>();

    Medium(Deafness deafness) {
        this.deafness = deafness;
    }

    /** Does what a process did. */
    void apply(int place, FileOperation operation) {
        switch (operation) {
            case FileOperation.Created made -> change(new NameChange(place, null, made.path(), new Entry(false)));
            case FileOperation.FolderCreated made -> change(new NameChange(place, null, made.path(), new Entry(true)));
            case FileOperation.Renamed renamed ->
                change(new NameChange(place, renamed.from(), renamed.to(), names.get(renamed.from())));
            case FileOperation.Removed removed -> change(new NameChange(place, removed.path(), null, null));
            case FileOperation.Wrote wrote ->
                content(wrote.path()).writes.add(new Write(place, wrote.position(), wrote.bytes()));
            case FileOperation.Resized resized ->
                content(resized.path()).writes.add(new Write(place, resized.size(), null));
            case FileOperation.Synced synced -> sync(synced);
            case FileOperation.Acknowledged acknowledged -> {}
            case FileOperation.Nothing nothing -> {}
        }
    }

    private Entry content(String path) {
        Entry entry = names.get(path);
        if (entry == null) {
            throw new IllegalStateException("the trace writes to '" + path + "', which it has not made");
        }
        return entry;
    }

    private void change(NameChange change) {
        change.apply(names);
        pendingNames.add(change);
    }

    private void sync(FileOperation.Synced synced) {
        Entry entry = names.get(synced.path());
        if (entry == null || entry.folder) {
            if (deafness != Deafness.FOLDERS) {
                syncNames(synced);
            }
        } else if (deafness != Deafness.FILES) {
            entry.sync(synced.first(), synced.end());
        }
    }

    private void syncNames(FileOperation.Synced synced) {
        pendingNames.removeIf(change -> {
            boolean done = change.place < synced.end() && change.folder().equals(synced.path());
            if (done) {
                change.apply(durableNames);
            }
            return done;
        });
    }

    /** Writes into an empty folder what could be found after a loss of power now. */
    void afterPowerCut(Path folder, RandomGenerator random) throws IOException {
        // From nearly nothing to nearly everything: a half of everything is only one of the ways to lose.
        double kept = random.nextInt(5) / 4.0;
        Map<String, Entry> found = new TreeMap<>(durableNames);
        for (NameChange change : pendingNames) {
            if (random.nextDouble() < kept) {
                change.apply(found);
            }
        }
        // A folder sorts before what is in it.
        for (Map.Entry<String, Entry> each : found.entrySet()) {
            Path path = folder.resolve(each.getKey());
            Path parent = path.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                continue;
            }
            if (each.getValue().folder) {
                Files.createDirectory(path);
            } else {
                Files.write(path, each.getValue().afterPowerCut(random, kept));
            }
        }
    }

    /** A file or a folder, its name aside. */
    private static final class Entry {

        private final boolean folder;
        private final FileContent durable = new FileContent();
        // In their order. One that is durable waits here for those before it, over which it is written.
        private final Deque<Write> writes = new ArrayDeque<>();

        Entry(boolean folder) {
            this.folder = folder;
        }

        void sync(int first, int end) {
            for (Write write : writes) {
                // Without the size that a file was given before, what is durable of it could not be found.
                boolean size = write.bytes == null && write.place < end;
                write.durable |= size || (write.place >= first && write.place < end);
            }
            while (!writes.isEmpty() && writes.getFirst().durable) {
                writes.removeFirst().applyTo(durable);
            }
        }

        byte[] afterPowerCut(RandomGenerator random, double kept) {
            FileContent found = durable.copy();
            for (Write write : writes) {
                for (Write sector : write.sectors()) {
                    if (write.durable || random.nextDouble() < kept) {
                        sector.applyTo(found);
                    }
                }
            }
            return found.toByteArray();
        }
    }

    /** Bytes at a position; without bytes a new size. */
    private static final class Write {

        private final int place;
        private final long position;
        private final byte @Nullable [] bytes;
        private boolean durable;

        Write(int place, long position, byte @Nullable [] bytes) {
            this.place = place;
            this.position = position;
            this.bytes = bytes;
        }

        void applyTo(FileContent content) {
            if (bytes == null) {
                content.resize(position);
            } else {
                content.write(position, bytes);
            }
        }

        List<Write> sectors() {
            if (bytes == null) {
                return List.of(this);
            }
            List<Write> sectors = new ArrayList<>();
            int from = 0;
            while (from < bytes.length) {
                int to = (int) Math.min(bytes.length, from + SECTOR - (position + from) % SECTOR);
                sectors.add(new Write(place, position + from, Arrays.copyOfRange(bytes, from, to)));
                from = to;
            }
            return sectors;
        }
    }

    /** A name that ends, one that begins, or both at once. */
    private record NameChange(
            int place,
            @Nullable String from,
            @Nullable String to,
            @Nullable Entry entry) {

        void apply(Map<String, Entry> names) {
            if (from != null) {
                names.remove(from);
            }
            if (to != null && entry != null) {
                names.put(to, entry);
            }
        }

        // Whatever is renamed here stays in its folder.
        String folder() {
            String path = to == null ? String.valueOf(from) : to;
            return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        }
    }
}
