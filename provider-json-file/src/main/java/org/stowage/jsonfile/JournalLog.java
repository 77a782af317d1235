package org.stowage.jsonfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.engine.Commit;
import org.stowage.spi.engine.CommitLog;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.SchemaChange;

/**
 * Makes commits durable as lines of journals.
 *
 * <p>Lines gather in memory while the medium is busy with those before them, and go to it together: whoever comes first writes for all
 * who wait. Two locks guard the two sides: the monitor the lines in memory, {@link #medium} the journal itself; who needs both
 * takes the medium first. No thread waits for the medium within the monitor, but to start a new journal.
 *
 * <p>After a failed write nothing can be said of what the medium holds, so the log takes nothing more.
 */
final class JournalLog implements CommitLog {

    private final Folder folder;
    private final StoreErrors errors;
    private final Folder.Writing writing;
    private final EntityFiles files;
    private final CommitWriter writer = new CommitWriter();
    private final ReentrantLock medium = new ReentrantLock();

    // Guarded by the medium.
    private @Nullable Journal journal;
    private long nextJournal;
    private final List<ClosedJournal> closed = new ArrayList<>();
    private @Nullable IOException failure;
    private boolean failureErased;
    private boolean ended;

    // Guarded by the monitor. The room is what the journal has left behind the lines in memory.
    private ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private long room;
    private long appended;
    private final Map<String, Long> lastChanges;

    // The last commit that is written, and the last that is known to survive a power cut; the same unless writes are
    // buffered.
    private volatile long durable;
    private volatile long synced;
    private volatile long size;
    private volatile Runnable afterWrite = () -> {};

    /** Continues after what was found when the store was opened. */
    JournalLog(Folder folder, StoreErrors errors, Folder.Writing writing, EntityFiles files, Recovered recovered) {
        this.folder = folder;
        this.errors = errors;
        this.writing = writing;
        this.files = files;
        this.closed.addAll(recovered.journals());
        this.nextJournal = recovered.journals().stream()
                        .mapToLong(ClosedJournal::number)
                        .max()
                        .orElse(0)
                + 1;
        this.lastChanges = new HashMap<>(recovered.lastChanges());
        this.appended = recovered.last();
        this.durable = recovered.last();
        this.synced = recovered.last();
        this.size = closedSize();
    }

    /** Says what is done each time after commits were written, by the thread that waited for them. */
    void afterWrite(Runnable action) {
        afterWrite = action;
    }

    @Override
    public Receipt append(Commit commit) {
        byte[] line = encode(commit);
        while (!addIfRoom(commit, line)) {
            makeRoom(line.length);
        }
        return () -> await(commit.number());
    }

    private byte[] encode(Commit commit) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        writer.write(commit, json);
        // The line adds a head and two numbers.
        if (json.size() > Frame.LARGEST - 64) {
            throw new LimitExceededException(
                    errors.context(),
                    "store '" + errors.store() + "': the transaction writes " + json.size()
                            + " bytes, and at most 1 GiB can be written at once: commit in parts");
        }
        return Frame.encode(commit.number(), synced, json.toByteArray());
    }

    private synchronized boolean addIfRoom(Commit commit, byte[] line) {
        if (line.length > room) {
            return false;
        }
        room -= line.length;
        lines.writeBytes(line);
        appended = commit.number();
        commit.rowChanges().forEach(changes -> lastChanges.put(changes.schema().name(), appended));
        for (SchemaChange change : commit.schemaChanges()) {
            changedEntities(change).forEach(entity -> lastChanges.put(entity, appended));
        }
        return true;
    }

    /** Returns the entities whose files a change of shape changes. */
    static List<String> changedEntities(SchemaChange change) {
        return change instanceof SchemaChange.RenameEntity rename
                ? List.of(rename.entity(), rename.to())
                : List.of(change.entity());
    }

    private void makeRoom(int length) {
        medium.lock();
        try {
            requireNoFailure(durable + 1);
            if (journal == null) {
                start();
            } else {
                extend(journal, length);
            }
        } finally {
            medium.unlock();
        }
    }

    private void start() {
        try {
            files.describe();
            Journal first = Journal.create(folder, nextJournal++, writing);
            try {
                replaceBy(first);
            } catch (IOException e) {
                discard(first);
                throw e;
            }
        } catch (IOException e) {
            throw errors.medium("a journal could not be started", e);
        }
    }

    private void extend(Journal current, int length) {
        synchronized (this) {
            try {
                current.makeRoom(lines.size() + (long) length);
                room = current.capacity() - current.position() - lines.size();
            } catch (DiskFullException e) {
                // Only zeros were to be written, so the journal is as good as before.
                throw errors.medium("the journal could not be extended", e);
            } catch (IOException e) {
                failure = e;
                failureErased = true;
                throw errors.medium("the journal could not be extended", e);
            }
        }
    }

    private void await(long number) {
        if (durable >= number) {
            return;
        }
        medium.lock();
        try {
            if (durable < number) {
                requireNoFailure(number);
                write();
            }
        } finally {
            medium.unlock();
        }
        afterWrite.run();
    }

    private void requireNoFailure(long number) {
        IOException cause = failure;
        if (cause == null) {
            return;
        }
        if (!failureErased) {
            throw new CommitUnknownException(
                    errors.context(),
                    "store '" + errors.store() + "': commit " + number + " could not be written and not be taken back: "
                            + StoreErrors.reason(cause) + "; open the store again to see whether it is there",
                    cause);
        }
        throw errors.medium("commit " + number + " could not be written, close the store and open it again", cause);
    }

    // Holding the medium.
    private void write() {
        Journal current = journal;
        ByteArrayOutputStream batch;
        long last;
        synchronized (this) {
            batch = lines;
            lines = new ByteArrayOutputStream();
            last = appended;
        }
        if (current == null || batch.size() == 0) {
            return;
        }
        try {
            current.write(batch.toByteArray(), batch.size());
        } catch (IOException e) {
            failure = e;
            failureErased = eraseTail(current);
            requireNoFailure(durable + 1);
        }
        durable = last;
        synced = writing == Folder.Writing.THROUGH ? last : synced;
        size = closedSize() + current.position();
    }

    private static boolean eraseTail(Journal journal) {
        try {
            journal.eraseTail();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Goes on in a new journal, so that the ones before it can be given up once their commits are in the files. */
    void rotate() throws IOException {
        medium.lock();
        try {
            requireNoFailure(durable + 1);
            if (ended || journal == null) {
                return;
            }
        } finally {
            medium.unlock();
        }
        // Made before the medium is taken again: nobody waits for that.
        Journal next = Journal.create(folder, nextNumber(), writing);
        medium.lock();
        try {
            requireNoFailure(durable + 1);
            if (ended) {
                discard(next);
                return;
            }
            write();
            replaceBy(next);
        } catch (IOException | StoreException e) {
            discard(next);
            throw e;
        } finally {
            medium.unlock();
        }
    }

    private long nextNumber() {
        medium.lock();
        try {
            return nextJournal++;
        } finally {
            medium.unlock();
        }
    }

    // Holding the medium.
    private void replaceBy(Journal next) throws IOException {
        Journal previous = journal;
        if (previous != null) {
            previous.sync();
        }
        synced = durable;
        next.begin(durable);
        synchronized (this) {
            next.makeRoom(lines.size());
            room = next.capacity() - next.position() - lines.size();
        }
        journal = next;
        if (previous != null) {
            retire(previous);
        }
    }

    private void retire(Journal previous) throws IOException {
        closed.add(new ClosedJournal(previous.number(), durable, previous.position()));
        previous.close();
    }

    private void discard(Journal next) throws IOException {
        next.close();
        folder.delete(FileNames.ofJournal(next.number()));
    }

    /** Gives up the journals whose commits the files hold, up to this one. */
    void forget(long commit) throws IOException {
        medium.lock();
        try {
            List<ClosedJournal> held =
                    closed.stream().filter(each -> each.last() <= commit).toList();
            for (ClosedJournal each : held) {
                folder.delete(FileNames.ofJournal(each.number()));
                closed.remove(each);
            }
            size = closedSize() + (journal == null ? 0 : journal.position());
        } finally {
            medium.unlock();
        }
        folder.sync();
        synchronized (this) {
            lastChanges.values().removeIf(changed -> changed <= commit);
        }
    }

    /** Returns the entities that were changed since their files were written. */
    synchronized Set<String> changed() {
        return new TreeSet<>(lastChanges.keySet());
    }

    /** Returns whether there are commits that the files do not hold, or journals that are not given up yet. */
    boolean holdsAnything() {
        medium.lock();
        try {
            return journal != null || !closed.isEmpty();
        } finally {
            medium.unlock();
        }
    }

    /** Returns the last commit that is durable. */
    long durable() {
        return durable;
    }

    /** Returns how many bytes there are in journals. */
    long size() {
        return size;
    }

    private long closedSize() {
        return closed.stream().mapToLong(ClosedJournal::size).sum();
    }

    @Override
    public void close() {
        medium.lock();
        try {
            ended = true;
            Journal last = journal;
            if (last == null) {
                return;
            }
            if (failure == null) {
                write();
                last.sync();
            }
            journal = null;
            retire(last);
        } catch (IOException e) {
            throw errors.medium("the journal could not be closed", e);
        } finally {
            medium.unlock();
        }
    }
}
