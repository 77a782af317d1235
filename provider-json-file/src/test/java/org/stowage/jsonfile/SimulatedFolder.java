package org.stowage.jsonfile;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A folder on a medium that keeps its promises to the letter and nothing beyond them. What was not synced may be lost in a power
 * cut, sector by sector for content, one by one and in any choice for names. Operations can be made to fail.
 */
final class SimulatedFolder implements Folder {

    private static final int SECTOR = 512;

    /** How an operation fails. */
    enum Fault {
        /** The medium fails; of a write, nothing is there. */
        MEDIUM,
        /** The medium is full. */
        FULL,
        /** A write ends in the middle. */
        SHORT,
        /** The power goes off, within the operation; all later ones fail. */
        POWER
    }

    private final Map<String, Content> names = new TreeMap<>();
    private final Map<String, Content> durableNames = new TreeMap<>();
    private final List<NameChange> unsyncedNames = new ArrayList<>();
    private long operations;
    private long faultAt = Long.MAX_VALUE;
    private Fault fault = Fault.MEDIUM;
    private boolean powerless;
    private boolean dropsSyncs;
    private boolean dropsFolderSyncs;

    /** Makes the medium take every flush of a file, or of its own names, and forget it. */
    synchronized SimulatedFolder dropping(boolean syncs, boolean folderSyncs) {
        dropsSyncs = syncs;
        dropsFolderSyncs = folderSyncs;
        return this;
    }

    /** Makes the operation with a number, counted from the beginning, fail. */
    synchronized SimulatedFolder failing(long operation, Fault kind) {
        faultAt = operation;
        fault = kind;
        return this;
    }

    /** Returns how many operations there were. */
    synchronized long operations() {
        return operations;
    }

    /** Returns what could be found after a loss of power now. */
    synchronized SimulatedFolder afterPowerCut(RandomGenerator random) {
        Map<String, Content> found = new TreeMap<>(durableNames);
        for (NameChange change : unsyncedNames) {
            if (random.nextBoolean()) {
                change.apply(found);
            }
        }
        SimulatedFolder after = new SimulatedFolder().dropping(dropsSyncs, dropsFolderSyncs);
        found.forEach((name, content) -> {
            Content copy = new Content(content.afterPowerCut(random));
            after.names.put(name, copy);
            after.durableNames.put(name, copy);
        });
        return after;
    }

    /** Returns the same files on a medium without faults, as after the end of the process. */
    synchronized SimulatedFolder afterKill() {
        SimulatedFolder after = new SimulatedFolder();
        names.forEach((name, content) -> {
            Content copy = new Content(content.live);
            after.names.put(name, copy);
            after.durableNames.put(name, copy);
        });
        return after;
    }

    /** Returns what a file holds. */
    synchronized byte[] content(String name) {
        return names.get(name).live.clone();
    }

    /** Changes what a file holds, as somebody else than the store would. */
    synchronized void put(String name, byte[] content) {
        Content changed = new Content(content);
        names.put(name, changed);
        durableNames.put(name, changed);
    }

    // Returns the fault to show, or null.
    private Fault count() throws IOException {
        if (powerless) {
            throw new IOException("the power is off");
        }
        operations++;
        if (operations != faultAt) {
            return null;
        }
        powerless = fault == Fault.POWER;
        return fault;
    }

    private static IOException exception(Fault fault) {
        return switch (fault) {
            case FULL -> new DiskFullException(new IOException("No space left on device"));
            case MEDIUM -> new IOException("Input/output error");
            case SHORT -> new IOException("Input/output error after a part");
            case POWER -> new IOException("the power goes off");
        };
    }

    private void step() throws IOException {
        Fault shown = count();
        if (shown != null) {
            throw exception(shown);
        }
    }

    @Override
    public synchronized List<String> names() throws IOException {
        step();
        return List.copyOf(names.keySet());
    }

    @Override
    public synchronized InputStream read(String name) throws IOException {
        step();
        return new ByteArrayInputStream(existing(name).live.clone());
    }

    private Content existing(String name) throws IOException {
        Content content = names.get(name);
        if (content == null) {
            throw new FileNotFoundException(name);
        }
        return content;
    }

    @Override
    public synchronized WritableFile create(String name, Writing writing) throws IOException {
        Fault shown = count();
        if (shown == Fault.FULL || shown == Fault.MEDIUM) {
            throw exception(shown);
        }
        Content content = new Content(new byte[0]);
        change(new NameChange(null, name, content));
        if (shown != null) {
            throw exception(shown);
        }
        return new SimulatedFile(content, writing);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        Fault shown = count();
        if (shown == null || shown == Fault.POWER) {
            change(new NameChange(from, to, existing(from)));
        }
        if (shown != null) {
            throw exception(shown);
        }
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        Fault shown = count();
        if (shown == null || shown == Fault.POWER) {
            existing(name);
            change(new NameChange(name, null, null));
        }
        if (shown != null) {
            throw exception(shown);
        }
    }

    private void change(NameChange change) {
        change.apply(names);
        unsyncedNames.add(change);
    }

    @Override
    public synchronized void sync() throws IOException {
        step();
        if (!dropsFolderSyncs) {
            unsyncedNames.forEach(change -> change.apply(durableNames));
            unsyncedNames.clear();
        }
    }

    @Override
    public String place(String name) {
        return "simulated/" + name;
    }

    /** A file, its name aside. */
    private static final class Content {

        private byte[] live;
        private byte[] durable;
        private final List<Write> unsynced = new ArrayList<>();

        Content(byte[] bytes) {
            live = bytes.clone();
            durable = bytes.clone();
        }

        void write(long position, byte[] bytes) {
            Write write = new Write((int) position, bytes);
            live = write.applyTo(live);
            unsynced.add(write);
        }

        void sync() {
            unsynced.forEach(write -> durable = write.applyTo(durable));
            unsynced.clear();
        }

        byte[] afterPowerCut(RandomGenerator random) {
            byte[] found = durable.clone();
            for (Write write : unsynced) {
                for (Write sector : write.sectors()) {
                    if (random.nextBoolean()) {
                        found = sector.applyTo(found);
                    }
                }
            }
            return found;
        }
    }

    /** Bytes at a position. */
    private static final class Write {

        private final int position;
        private final byte[] bytes;

        Write(int position, byte[] bytes) {
            this.position = position;
            this.bytes = bytes;
        }

        // Changes the array itself where it is long enough.
        byte[] applyTo(byte[] content) {
            int end = position + bytes.length;
            byte[] changed = content.length >= end ? content : Arrays.copyOf(content, end);
            System.arraycopy(bytes, 0, changed, position, bytes.length);
            return changed;
        }

        List<Write> sectors() {
            List<Write> sectors = new ArrayList<>();
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + SECTOR - (position + from) % SECTOR);
                sectors.add(new Write(position + from, Arrays.copyOfRange(bytes, from, to)));
                from = to;
            }
            return sectors;
        }
    }

    /** A name that ends, one that begins, or both at once. */
    private record NameChange(String from, String to, Content content) {

        void apply(Map<String, Content> names) {
            if (from != null) {
                names.remove(from);
            }
            if (to != null) {
                names.put(to, content);
            }
        }
    }

    private final class SimulatedFile implements WritableFile {

        private final Content content;
        private final Writing writing;

        SimulatedFile(Content content, Writing writing) {
            this.content = content;
            this.writing = writing;
        }

        @Override
        public void write(long position, byte[] bytes, int offset, int length) throws IOException {
            synchronized (SimulatedFolder.this) {
                Fault shown = count();
                if (shown == Fault.FULL || shown == Fault.MEDIUM) {
                    throw exception(shown);
                }
                int written = shown == Fault.SHORT ? length / 2 : length;
                content.write(position, Arrays.copyOfRange(bytes, offset, offset + written));
                if (shown != null) {
                    throw exception(shown);
                }
                if (writing == Writing.THROUGH) {
                    synced();
                }
            }
        }

        @Override
        public void sync() throws IOException {
            synchronized (SimulatedFolder.this) {
                Fault shown = count();
                if (shown != null) {
                    if (shown != Fault.POWER) {
                        // As systems do: what could not be written is forgotten, and the next flush says nothing of it.
                        content.unsynced.clear();
                    }
                    throw exception(shown);
                }
                synced();
            }
        }

        private void synced() {
            if (!dropsSyncs) {
                content.sync();
            }
        }

        @Override
        public void close() throws IOException {
            // A real file may be closed whatever happened to it.
        }
    }
}
