package org.stowage.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.StoreTransaction;

/**
 * The shape for which a query or a mapping was prepared, to be held against the one that a transaction sees: a field may have been
 * renamed or added since. For many threads.
 */
public final class PreparedShape {

    private final EntitySchema prepared;
    // Schemas are made anew only when a shape changes, so that one look at this is nearly always enough.
    private volatile EntitySchema known;

    /** Creates it. */
    public PreparedShape(EntitySchema prepared) {
        this.prepared = prepared;
        this.known = prepared;
    }

    /**
     * Makes sure that the transaction sees the shape.
     *
     * @throws SchemaMismatchException if it sees other fields; names them
     * @throws org.stowage.spi.error.InvalidNameException if the entity is gone; suggests the nearest
     */
    @SuppressWarnings("ReferenceEquality") // The same one is the usual case, and equal ones are compared next.
    public void require(StoreTransaction transaction) {
        EntitySchema now = transaction.schema(prepared.name());
        if (now == known) {
            return;
        }
        // Indexes come and go without a change in what is read or written.
        if (!now.fields().equals(prepared.fields())
                || !now.key().equals(prepared.key())
                || !now.version().equals(prepared.version())) {
            throw changed(transaction.store().name(), now);
        }
        known = now;
    }

    /** Returns the row with a key, or null, once {@link #require} is content. */
    @Nullable Row get(StoreTransaction transaction, Key key) {
        require(transaction);
        return transaction.get(prepared.name(), key).orElse(null);
    }

    private SchemaMismatchException changed(String store, EntitySchema now) {
        List<String> lost = names(prepared, now);
        List<String> gained = names(now, prepared);
        List<String> changes = new ArrayList<>();
        if (!lost.isEmpty()) {
            changes.add("it lost " + lost);
        }
        if (!gained.isEmpty()) {
            changes.add("it has " + gained + " now");
        }
        return new SchemaMismatchException(
                ErrorContext.of(store, prepared.name()),
                "entity '" + prepared.name() + "' of store '" + store + "' was changed after this was prepared: "
                        + (changes.isEmpty() ? "its fields have other types" : String.join(", ", changes))
                        + "; open the store again with classes and queries that know it");
    }

    private static List<String> names(EntitySchema of, EntitySchema without) {
        return of.fields().stream()
                .map(Field::name)
                .filter(name -> without.field(name).isEmpty())
                .map(name -> "'" + name + "'")
                .toList();
    }
}
