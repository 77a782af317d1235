package org.stowage.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stowage.spi.Access;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** One store of one provider, open and guarded. For many threads. */
public final class OpenStore implements AutoCloseable {

    private OpenStore() {}

    /** Opens a store. */
    public static OpenStore open(PersistenceProvider provider, StoreConfig config) {
        throw new UnsupportedOperationException();
    }

    /** Opens a store in which waiting ends after a time. */
    public static OpenStore open(PersistenceProvider provider, StoreConfig config, Duration patience) {
        throw new UnsupportedOperationException();
    }

    /** Returns what the application calls the store. */
    public String name() {
        throw new UnsupportedOperationException();
    }

    /** Returns whose store it is. */
    public ProviderInfo provider() {
        throw new UnsupportedOperationException();
    }

    /** Returns where it is, in the provider's notation, or an empty text. */
    public String location() {
        throw new UnsupportedOperationException();
    }

    /** Returns the shapes of the entities that are stored, by name in code point order. */
    public List<EntitySchema> schemas() {
        throw new UnsupportedOperationException();
    }

    /** Returns the shape of an entity, if it is stored. */
    public Optional<EntitySchema> schema(String entity) {
        throw new UnsupportedOperationException();
    }

    /** Returns the shape of an entity, which must be stored; the error suggests the nearest name. */
    public EntitySchema requireSchema(String entity) {
        throw new UnsupportedOperationException();
    }

    /** Changes the stored shapes, all or none, and returns those of all entities after it. */
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        throw new UnsupportedOperationException();
    }

    /** Creates the entity, or makes safe changes so that its stored shape is the wanted one. Returns the stored shape after it. */
    public EntitySchema ensure(EntitySchema wanted) {
        throw new UnsupportedOperationException();
    }

    /** Begins a transaction with the store's own patience. */
    public StoreTransaction begin(Access access) {
        throw new UnsupportedOperationException();
    }

    /** Begins a transaction. */
    public StoreTransaction begin(Access access, Duration patience) {
        throw new UnsupportedOperationException();
    }

    /** Reads in a transaction of its own. */
    public <T> T read(Function<StoreTransaction, T> work) {
        throw new UnsupportedOperationException();
    }

    /** Writes in a transaction of its own, which is committed; run again a few times if it clashes with another one. */
    public <T> T write(Function<StoreTransaction, T> work) {
        throw new UnsupportedOperationException();
    }

    /** Returns the engine's own object of a type, if there is one. */
    public <T> Optional<T> unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    /** Closes the store; open transactions are rolled back. A second call does nothing. */
    @Override
    public void close() {}
}
