package org.stowage.layers.overlay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.Capabilities.Concurrency;
import org.stowage.spi.Capabilities.Durability;
import org.stowage.spi.Capabilities.Sharing;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.change.Change;
import org.stowage.spi.change.ChangeResult;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * A copy-on-write branch of a store: it begins with what the store held when it was made, and keeps what is written to itself, in
 * memory. The store beneath is read and never written, unless {@link #apply} is called; what others write there is not seen here. To
 * close it is to discard it.
 *
 * <p>It holds what it changed and the keys of the rows that it hides; a change of shape takes the whole entity over. Over a
 * {@linkplain Concurrency#SERIAL store of one transaction at a time} it begins as a copy, because to hold a snapshot there would
 * keep everybody else out.
 *
 * <p>For many threads, as any store; one transaction writes at a time, and readers do not wait.
 */
public final class Overlay implements Store {

    /** What an overlay promises, whatever is beneath. */
    public static final Capabilities CAPABILITIES =
            new Capabilities(Durability.NONE, Concurrency.ONE_WRITER, Sharing.PRIVATE);

    private static final int BATCH = 1000;

    /** How long a change of shape and a look at the difference wait for a writer of the overlay. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Store beneath;
    private final OverlayBase base;
    private final Engine engine;
    private final List<SchemaChange> shapes = new ArrayList<>();

    private Overlay(String name, Store beneath, OverlayBase base) {
        this.name = name;
        this.beneath = beneath;
        this.base = base;
        this.engine = base.emptyEngine(name);
    }

    /**
     * Makes an overlay.
     *
     * @param beneath the store beneath, which stays the caller's and is closed after the overlay
     * @param name what the application calls it, for messages
     * @param capabilities what the store beneath promises
     * @param patience how long to wait for other transactions beneath, if that is needed; positive
     * @throws org.stowage.spi.error.StoreException as {@link Store#begin} says
     */
    public static Overlay over(Store beneath, String name, Capabilities capabilities, Duration patience) {
        BaseSnapshot snapshot = BaseSnapshot.of(beneath, name, capabilities, patience);
        try {
            return new Overlay(name, beneath, new OverlayBase(snapshot));
        } catch (RuntimeException | Error failure) {
            snapshot.close();
            throw failure;
        }
    }

    @Override
    public List<EntitySchema> schemas() {
        return withoutOwn(engine.schemas());
    }

    private List<EntitySchema> withoutOwn(List<EntitySchema> schemas) {
        return schemas.stream().filter(schema -> !base.isOwn(schema)).toList();
    }

    @Override
    public synchronized List<EntitySchema> evolve(List<SchemaChange> changes) {
        Set<String> changed = changes.stream().map(SchemaChange::entity).collect(Collectors.toSet());
        base.entities().stream()
                .filter(entity -> changed.contains(entity.name()))
                .forEach(this::takeOver);
        List<EntitySchema> after = withoutOwn(engine.evolve(changes));
        shapes.addAll(changes);
        return after;
    }

    /** Takes over all rows of an entity, which is not read through from then on. The same rows are there as before. */
    private void takeOver(BaseEntity entity) {
        try (Transaction delta = engine.begin(Access.READ_WRITE, PATIENCE)) {
            if (base.entity(entity.name(), delta) == null) {
                return;
            }
            List<Row> rows = base.snapshot().allRows(entity.schema());
            rows.removeIf(
                    row -> delta.get(entity.hiddenKeys().name(), entity.schema().keyOf(row))
                            .isPresent());
            for (int start = 0; start < rows.size(); start += BATCH) {
                delta.apply(
                        new Change.Insert(entity.name(), rows.subList(start, Math.min(rows.size(), start + BATCH))));
            }
            Change.Target through = Change.Target.any(Key.of(entity.name()));
            delta.apply(new Change.Delete(base.readThroughName(), List.of(through), true));
            delta.commit();
        }
    }

    @Override
    public Transaction begin(Access access, Duration patience) {
        return new OverlayTransaction(base, engine.begin(access, patience));
    }

    /** Returns what the overlay has changed: shapes, and in each entity the rows that were added, changed or removed. */
    public synchronized OverlayDifference difference() {
        try (Transaction delta = engine.begin(Access.READ_ONLY, PATIENCE)) {
            return difference(delta);
        }
    }

    private OverlayDifference difference(Transaction delta) {
        return new DifferenceSearch(base, delta, schemas(), List.copyOf(shapes)).run();
    }

    /**
     * Writes what the overlay has changed to the store beneath, and closes the overlay. Changes of shape come first; they are a
     * transaction of their own. The rows are one transaction: all of them or, after any error, none.
     *
     * @param patience how long to wait for other transactions; positive
     * @return how many rows were added, changed and removed
     * @throws ConflictException if a row that the overlay has changed or removed is not what it was when the overlay was made, if
     *     one that it has added is there, or if a shape has changed. The overlay stays open.
     * @throws org.stowage.spi.error.StoreException if it cannot be written. The overlay stays open.
     */
    public synchronized ChangeResult apply(Duration patience) {
        long rows;
        // Nobody else writes to the overlay while it is applied.
        try (Transaction delta = engine.begin(Access.READ_WRITE, patience)) {
            rows = new DifferenceWriter(beneath, name, base.snapshot().schemas(), patience).write(difference(delta));
        }
        close();
        return new ChangeResult(rows);
    }

    @Override
    public void close() {
        engine.close();
        base.close();
    }
}
