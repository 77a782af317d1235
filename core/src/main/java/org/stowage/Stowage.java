package org.stowage;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.EntityModel;
import org.stowage.internal.repository.RepositoryFactory;
import org.stowage.internal.session.Session;
import org.stowage.internal.session.Sessions;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.Access;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.NearestName;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreBranch;
import org.stowage.store.TransactionCall;
import org.stowage.store.TransactionTask;

/**
 * Open stores, and repositories over them. For many threads; several may be open at once and know nothing of each other.
 *
 * <p>A transaction belongs to the thread that runs it and spans one store: the first that is touched in it. One inside of another is a part
 * of the outer one. A call of a repository outside of any is a transaction of its own.
 */
public final class Stowage implements AutoCloseable {

    private final Map<String, OpenStore> stores;
    private final StowageSetup setup;
    private final RouteTable routes;
    private final @Nullable ProviderRegistry ownedRegistry;
    private final Sessions sessions = new Sessions();
    private final Map<String, Set<String>> entities = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> repositories = new ConcurrentHashMap<>();
    private final RepositoryFactory factory;

    Stowage(Map<String, OpenStore> stores, StowageSetup setup, @Nullable ProviderRegistry ownedRegistry) {
        this.stores = stores;
        this.setup = setup;
        this.routes = new RouteTable(setup.routes(), stores.keySet());
        this.ownedRegistry = ownedRegistry;
        this.factory = new RepositoryFactory(this::session, setup.converters(), setup.checkTime());
    }

    /**
     * Opens one store for everything.
     *
     * @param url which provider, and where: {@code memory}, {@code sqlite:shop.db}
     * @throws org.stowage.spi.error.StoreException if it cannot be opened
     */
    public static Stowage open(String url) {
        return builder().store("*", url).open();
    }

    /** Starts the description of what to open. */
    public static StowageBuilder builder() {
        return new StowageBuilder();
    }

    /**
     * Returns the repository of an interface; the same at every call. The first call checks the interface whole and makes its entities'
     * shapes ready in the store.
     *
     * @param type the interface
     * @throws jakarta.data.exceptions.MappingException with all that is wrong with the interface and its entities, unless {@link
     *     StowageBuilder#checkRepositories} has its methods tell that
     */
    public <R> R repository(Class<R> type) {
        return type.cast(repositories.computeIfAbsent(type, factory::create));
    }

    /**
     * Does something in one read-write transaction, strictly serializable, which is committed at the end, or rolled back if something is
     * thrown. If it clashes with another one, it is done again from its beginning, ten times at most, so it must not do to the outside what
     * cannot be done twice.
     *
     * @throws E what the task throws
     */
    public <E extends Exception> void inTransaction(TransactionTask<E> task) throws E {
        sessions.<@Nullable Void, E>inTransaction(Access.READ_WRITE, call(task));
    }

    /**
     * Does something in one read-write transaction, as {@link #inTransaction(TransactionTask)} does, and returns its result.
     *
     * @throws E what the call throws
     */
    public <T extends @Nullable Object, E extends Exception> T inTransaction(TransactionCall<T, E> call) throws E {
        return sessions.inTransaction(Access.READ_WRITE, call);
    }

    /**
     * Reads one snapshot; writes fail. Inside of another transaction it is a part of that.
     *
     * @throws E what the task throws
     */
    public <E extends Exception> void inReadOnlyTransaction(TransactionTask<E> task) throws E {
        sessions.<@Nullable Void, E>inTransaction(Access.READ_ONLY, call(task));
    }

    /**
     * Reads one snapshot, as {@link #inReadOnlyTransaction(TransactionTask)} does, and returns the result.
     *
     * @throws E what the call throws
     */
    public <T extends @Nullable Object, E extends Exception> T inReadOnlyTransaction(TransactionCall<T, E> call)
            throws E {
        return sessions.inTransaction(Access.READ_ONLY, call);
    }

    private static <E extends Exception> TransactionCall<@Nullable Void, E> call(TransactionTask<E> task) {
        return () -> {
            task.run();
            return null;
        };
    }

    /**
     * Returns a store by its name. Its transactions are no part of those of this object.
     *
     * @throws BadConfigurationException if there is none; suggests the nearest name
     */
    public OpenStore store(String name) {
        OpenStore store = stores.get(name);
        if (store == null) {
            throw new BadConfigurationException(
                    ErrorContext.none(), "there is no store '" + name + "'" + NearestName.hint(name, stores.keySet()));
        }
        return store;
    }

    /**
     * Returns the store that an entity is routed to by its name. A route of its class is not seen; see {@link #storeFor(Class)}.
     *
     * @throws BadConfigurationException if no store is meant for it
     */
    public OpenStore storeFor(String entity) {
        return store(routes.storeOf(entity, null, null));
    }

    /**
     * Returns the store that an entity class is routed to, by itself or by its name.
     *
     * @throws BadConfigurationException if no store is meant for it
     */
    public OpenStore storeFor(Class<?> entity) {
        return store(routes.storeOf(EntityModel.nameOf(entity), entity, null));
    }

    private Session session(String entity, @Nullable Class<?> entityType, @Nullable Class<?> repositoryType) {
        String store = routes.storeOf(entity, entityType, repositoryType);
        entities.computeIfAbsent(store, name -> new ConcurrentSkipListSet<>()).add(entity);
        return sessions.session(store(store));
    }

    /** Returns what the stores are and who lives in them, by the name of the store. */
    public Map<String, StoreDescription> stores() {
        Map<String, StoreDescription> descriptions = new TreeMap<>();
        stores.forEach((name, store) -> descriptions.put(
                name,
                new StoreDescription(
                        name,
                        store.provider(),
                        store.location(),
                        entities.getOrDefault(name, Set.of()).stream().toList())));
        return Collections.unmodifiableMap(descriptions);
    }

    /**
     * Begins a branch of all stores: what is written there stays there, until it is applied or thrown away.
     *
     * @param layers what is put over each store of the branch, the lowest first
     * @return the branch, which the caller closes before this
     * @throws org.stowage.spi.error.StoreException if a store cannot be read
     */
    public StowageBranch branch(StoreLayer... layers) {
        Map<String, StoreBranch> branches = new LinkedHashMap<>();
        try {
            stores.forEach((name, store) -> branches.put(name, store.branch(layers)));
        } catch (RuntimeException | Error failure) {
            branches.values().forEach(StoreBranch::close);
            throw failure;
        }
        Map<String, OpenStore> branched = new LinkedHashMap<>();
        branches.forEach((name, branch) -> branched.put(name, branch.store()));
        return new StowageBranch(new Stowage(branched, setup, null), branches);
    }

    /** Closes the stores; transactions that are open are rolled back. A second call does nothing. */
    @Override
    public void close() {
        RuntimeException failure = closeAll(stores.values(), null);
        try {
            if (ownedRegistry != null) {
                ownedRegistry.close();
            }
        } catch (RuntimeException e) {
            failure = joined(failure, e);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Closes all stores, also if one fails; a failure is added to one that was before, or else returned. */
    static @Nullable RuntimeException closeAll(Collection<OpenStore> stores, @Nullable Throwable before) {
        RuntimeException failure = null;
        for (OpenStore store : stores) {
            try {
                store.close();
            } catch (RuntimeException e) {
                if (before != null) {
                    before.addSuppressed(e);
                } else {
                    failure = joined(failure, e);
                }
            }
        }
        return failure;
    }

    private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
