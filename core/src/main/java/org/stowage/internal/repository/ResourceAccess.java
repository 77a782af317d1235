package org.stowage.internal.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.session.Session;
import org.stowage.spi.Access;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;

/**
 * Hands out what is below a repository: its store, which is the application's and stays open, or a transaction in it. That is the
 * transaction which the thread is in, or else a new one, which the end of a default method of the repository closes if it asked for
 * it, and the caller if not. Nothing of it stays without a commit.
 */
final class ResourceAccess {

    private final Session session;

    // Not static: each repository has default methods of its own.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Scope> current = new ThreadLocal<>();

    /** What one run of a default method has asked for. */
    private static final class Scope {
        private Session.@Nullable Lease lease;
    }

    private ResourceAccess(Session session) {
        this.session = session;
    }

    /** Returns whether a class is what is handed out. */
    static boolean supports(Class<?> type) {
        return type == OpenStore.class || type == StoreTransaction.class;
    }

    /**
     * Returns the access to the store of a repository.
     *
     * @throws PlanException if its entities live in no store, or in several
     */
    static ResourceAccess of(RepositoryEntities entities) {
        List<Session> sessions =
                entities.accesses().stream().map(EntityAccess::session).toList();
        List<String> stores =
                sessions.stream().map(each -> each.store().name()).distinct().toList();
        if (stores.isEmpty()) {
            throw new PlanException(
                    "nothing says whose store it shall return; let the repository extend DataRepository<Entity, Key>");
        }
        if (stores.size() > 1) {
            throw new PlanException("the entities of the repository live in stores " + stores
                    + ", and one is returned; take it to a repository of one store");
        }
        return new ResourceAccess(sessions.get(0));
    }

    /** Returns the plan of the method that asks. */
    Plan plan(Class<?> returned) {
        return returned == OpenStore.class ? call -> session.store() : call -> transaction();
    }

    private StoreTransaction transaction() {
        Scope scope = current.get();
        if (scope == null) {
            return session.lease(Access.READ_WRITE).transaction();
        }
        Session.Lease lease = scope.lease;
        if (lease == null || !lease.transaction().active()) {
            close(scope);
            lease = session.lease(Access.READ_WRITE);
            scope.lease = lease;
        }
        return lease.transaction();
    }

    /** Returns the plan of a default method, at whose end what it asked for is closed. */
    Plan within(Plan body) {
        return call -> {
            Scope outer = current.get();
            Scope scope = new Scope();
            current.set(scope);
            try {
                return body.run(call);
            } finally {
                if (outer == null) {
                    current.remove();
                } else {
                    current.set(outer);
                }
                close(scope);
            }
        };
    }

    private static void close(Scope scope) {
        if (scope.lease != null) {
            scope.lease.close();
        }
    }
}
