package org.stowage.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.guard.ProviderOrigin;
import org.stowage.internal.guard.ProviderThreads;
import org.stowage.internal.retry.ConflictRetry;
import org.stowage.layers.StoreLayer;
import org.stowage.layers.overlay.Overlay;
import org.stowage.spi.Access;
import org.stowage.spi.EngineOptions;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/**
 * One store of one provider, open and guarded: what it throws is a {@link org.stowage.spi.error.StoreException} that names the store, and the
 * rules of {@link StoreTransaction} hold whatever the provider does. For many threads.
 */
public final class OpenStore implements AutoCloseable {

    /** How long a transaction waits for others unless something else is said. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

    /** As long as can be counted in nanoseconds, by any provider: centuries, which are as good as for ever. */
    private static final Duration LONGEST_PATIENCE = Duration.ofNanos(Long.MAX_VALUE);

    private final String name;
    private final ProviderInfo provider;
    private final String location;
    private final Store store;
    private final Duration patience;
    private final boolean pushDown;
    private final Failures failures;
    private final ProviderThreads threads;
    private final AtomicBoolean closed = new AtomicBoolean();

    private final KnownShapes shapes;
    private final ExclusiveTransactions exclusive;

    private OpenStore(PersistenceProvider provider, StoreConfig config, Duration patience, List<StoreLayer> layers) {
        this.name = config.store();
        this.provider = provider.info();
        this.location = config.location().orElse("");
        this.patience = countable(patience);
        this.pushDown = config.flag(EngineOptions.PUSH_DOWN.name());
        ProviderOrigin origin = new ProviderOrigin(this.provider.name(), provider.getClass());
        this.failures = new Failures(name, origin);
        this.threads = new ProviderThreads(origin, name);
        Store opened = new Opening(provider, config, failures, threads).store();
        this.store = Opening.layered(opened, layers, name);
        this.exclusive =
                new ExclusiveTransactions(name, this.provider.capabilities().concurrency());
        this.shapes = new KnownShapes(name, this.patience, firstCatalog());
    }

    /** Opens a branch of a store. */
    private OpenStore(OpenStore base, Overlay overlay, List<StoreLayer> layers) {
        ProviderInfo info = base.provider;
        this.name = base.name;
        this.provider =
                new ProviderInfo(info.name(), info.version(), info.description(), info.spi(), Overlay.CAPABILITIES);
        this.location = base.location;
        this.patience = base.patience;
        this.pushDown = base.pushDown;
        this.failures = base.failures;
        this.threads = new ProviderThreads(failures.provider(), name);
        this.store = Opening.layered(overlay, layers, name);
        this.exclusive =
                new ExclusiveTransactions(name, this.provider.capabilities().concurrency());
        this.shapes = new KnownShapes(name, patience, firstCatalog());
    }

    /**
     * Opens a store in which a transaction waits 10 seconds for others at most.
     *
     * @throws org.stowage.spi.error.StoreException as {@link PersistenceProvider#open} says
     */
    public static OpenStore open(PersistenceProvider provider, StoreConfig config) {
        return open(provider, config, DEFAULT_PATIENCE);
    }

    /**
     * Opens a store.
     *
     * @param provider whose store it is
     * @param config where and how
     * @param patience how long a transaction waits for others at most; positive
     * @throws org.stowage.spi.error.StoreException as {@link PersistenceProvider#open} says
     */
    public static OpenStore open(PersistenceProvider provider, StoreConfig config, Duration patience) {
        return open(provider, config, patience, List.of());
    }

    /**
     * Opens a store with layers over it.
     *
     * @param provider whose store it is
     * @param config where and how
     * @param patience how long a transaction waits for others at most; positive
     * @param layers what is put over it, the lowest first
     * @throws org.stowage.spi.error.StoreException as {@link PersistenceProvider#open} says
     */
    public static OpenStore open(
            PersistenceProvider provider, StoreConfig config, Duration patience, List<StoreLayer> layers) {
        if (patience.isNegative() || patience.isZero()) {
            throw new BadConfigurationException(
                    ErrorContext.of(config.store()), "patience '" + patience + "' must be more than nothing");
        }
        return new OpenStore(provider, config, patience, layers);
    }

    private static Duration countable(Duration patience) {
        return patience.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : patience;
    }

    private SchemaCatalog firstCatalog() {
        try {
            return readCatalog();
        } catch (RuntimeException | Error failure) {
            try {
                store.close();
            } catch (Throwable unclosed) {
                failure.addSuppressed(unclosed);
            }
            throw failure;
        }
    }

    private SchemaCatalog readCatalog() {
        return guarded("read the shapes of", () -> SchemaCatalog.of(name, store.schemas()));
    }

    /** Returns what messages call the store: the application's name for it, or the provider's if it has none. */
    public String name() {
        return name;
    }

    /** Returns whose store it is. */
    public ProviderInfo provider() {
        return provider;
    }

    /** Returns where it is, in the provider's own notation; empty if none was given. */
    public String location() {
        return location;
    }

    /** Returns the shapes of the entities that are stored, by name in code point order. */
    public List<EntitySchema> schemas() {
        return shapes.now().schemas();
    }

    /** Returns the shape of an entity, if it is stored. */
    public Optional<EntitySchema> schema(String entity) {
        return Optional.ofNullable(shapes.now().byName().get(entity));
    }

    /**
     * Returns the shape of an entity.
     *
     * @throws org.stowage.spi.error.InvalidNameException if it is not stored; suggests the nearest name
     */
    public EntitySchema requireSchema(String entity) {
        return shapes.now().require(entity);
    }

    SchemaCatalog catalog() {
        return shapes.now();
    }

    /**
     * Changes the stored shapes, in order, all or none: a transaction of its own.
     *
     * @return the shapes of all entities after it
     * @throws org.stowage.spi.error.StoreException as {@link Store#evolve} says
     * @throws IllegalStateException if this thread has a transaction open that the change would wait for
     */
    public List<EntitySchema> evolve(List<SchemaChange> changes) {
        requireOpen();
        exclusive.refuseToWaitForOneself(Access.READ_WRITE);
        return shapes.changing("to change shapes", () -> {
            shapes.become(evolved(List.copyOf(changes)));
            return schemas();
        });
    }

    private SchemaCatalog evolved(List<SchemaChange> changes) {
        try {
            return SchemaCatalog.of(name, store.evolve(changes));
        } catch (Throwable thrown) {
            RuntimeException failure = failures.translatedAtCommit(thrown, "changed the shapes of");
            if (failure instanceof CommitUnknownException) {
                readCatalogAfter(failure);
            }
            throw failure;
        }
    }

    private void readCatalogAfter(RuntimeException failure) {
        try {
            shapes.become(readCatalog());
        } catch (RuntimeException unread) {
            failure.addSuppressed(unread);
        }
    }

    /**
     * Makes the stored shape of an entity the wanted one: creates the entity, or makes the changes that are safe.
     *
     * @return the stored shape after it
     * @throws SchemaMismatchException if the stored shape differs in what cannot be changed safely; shows the difference
     * @throws IllegalStateException if a change is needed and this thread has a transaction open that it would wait for
     */
    public EntitySchema ensure(EntitySchema wanted) {
        return new SchemaAlignment(this).ensure(wanted);
    }

    /** Reads the shapes anew, after another process may have changed them. */
    void refresh() {
        shapes.changing("to read shapes", () -> {
            shapes.become(readCatalog());
            return schemas();
        });
    }

    /** Begins a transaction with the patience of the store. */
    public StoreTransaction begin(Access access) {
        return begin(access, patience);
    }

    /**
     * Begins a transaction. A read-only one sees the state at the moment this returns.
     *
     * @param access what it may do
     * @param waiting how long to wait for other transactions; positive
     * @return the transaction, which the caller closes
     * @throws StoreTimeoutException if the wait was in vain
     * @throws CancelledException if the thread was interrupted while it waited
     * @throws IllegalStateException if this thread has a transaction open that this one would wait for
     */
    public StoreTransaction begin(Access access, Duration waiting) {
        requireOpen();
        exclusive.refuseToWaitForOneself(access);
        Duration longest = countable(waiting);
        return shapes.unchanged(longest, () -> beginNow(access, longest), StoreTransaction::close);
    }

    private StoreTransaction beginNow(Access access, Duration waiting) {
        try {
            SchemaCatalog catalog = shapes.now();
            Transaction begun = store.begin(access, waiting);
            StoreTransaction transaction = new StoreTransaction(
                    this, failures, pushDown ? begun : new UnaidedTransaction(begun, catalog), access, catalog);
            exclusive.began(transaction);
            return transaction;
        } catch (Throwable thrown) {
            throw failures.translated(thrown, "began a transaction in");
        }
    }

    void ended(StoreTransaction transaction) {
        exclusive.ended(transaction);
    }

    /**
     * Reads in a transaction of its own.
     *
     * @param work what is read; the transaction ends with it
     */
    public <T extends @Nullable Object> T read(Function<StoreTransaction, T> work) {
        try (StoreTransaction transaction = begin(Access.READ_ONLY)) {
            return work.apply(transaction);
        }
    }

    /**
     * Writes in a transaction of its own, which is committed at the end, or rolled back if something is thrown. If it clashes with another
     * transaction, it is run again from its beginning, ten times at most.
     *
     * @param work what is written
     */
    public <T extends @Nullable Object> T write(Function<StoreTransaction, T> work) {
        for (int runs = 1; ; runs++) {
            RuntimeException clash;
            try (StoreTransaction transaction = begin(Access.READ_WRITE)) {
                T result = work.apply(transaction);
                transaction.commit();
                return result;
            } catch (RuntimeException failure) {
                if (!ConflictRetry.helps(failure, runs)) {
                    throw failure;
                }
                clash = failure;
            }
            ConflictRetry.pause(clash, runs);
        }
    }

    /**
     * Returns the engine's own object of a type, if the provider lets one at it; the caller does not close it.
     *
     * @param type what is asked for, such as {@code javax.sql.DataSource}
     */
    public <T> Optional<T> unwrap(Class<T> type) {
        requireOpen();
        return store instanceof Unwrapping unwrapping
                ? guarded("opened the inside of", () -> unwrapping.unwrap(type))
                : Optional.empty();
    }

    /**
     * Begins a branch: what is written there stays there, until it is applied or thrown away.
     *
     * @param layers what is put over the branch, the lowest first
     * @return the branch, which the caller closes before the store
     * @throws org.stowage.spi.error.StoreException if the store cannot be read
     */
    public StoreBranch branch(StoreLayer... layers) {
        requireOpen();
        Overlay overlay = guarded("branched", () -> Overlay.over(store, name, provider.capabilities(), patience));
        return new StoreBranch(this, overlay, new OpenStore(this, overlay, List.of(layers)));
    }

    /** Writes what an overlay has changed to this store. */
    long apply(Overlay overlay) {
        requireOpen();
        exclusive.refuseToWaitForOneself(Access.READ_WRITE);
        return shapes.changing("to apply a branch", () -> {
            try {
                return applied(overlay);
            } finally {
                shapes.become(readCatalog());
            }
        });
    }

    private long applied(Overlay overlay) {
        try {
            return overlay.apply(patience).rows();
        } catch (Throwable thrown) {
            throw failures.translatedAtCommit(thrown, "applied a branch to");
        }
    }

    /**
     * Closes the store; transactions that are open are rolled back. Threads of the provider that still run a second later are named in a
     * warning. A second call does nothing.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            guarded("closed", () -> {
                store.close();
                return name;
            });
            threads.warnOfThoseLeft();
        }
    }

    void requireOpen() {
        if (closed.get()) {
            throw new StoreClosedException(
                    ErrorContext.of(name), "store '" + name + "' is closed; open it again to use it");
        }
    }

    private <T> T guarded(String doing, Supplier<T> operation) {
        try {
            return operation.get();
        } catch (Throwable thrown) {
            throw failures.translated(thrown, doing);
        }
    }

    /** Returns the store for people. */
    @Override
    public String toString() {
        return "store " + name + " (" + provider.name() + (location.isEmpty() ? "" : ":" + location) + ")";
    }
}
