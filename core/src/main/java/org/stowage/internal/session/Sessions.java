package org.stowage.internal.session;

import java.lang.ref.Cleaner;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.retry.ConflictRetry;
import org.stowage.spi.Access;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.store.OpenStore;
import org.stowage.store.StoreTransaction;
import org.stowage.store.TransactionCall;

/** Which transaction each thread is in. One for each {@code Stowage}, so that several do not meet; for many threads. */
public final class Sessions {

    // Not static: a thread may be in a transaction of each of several applications.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable UnitOfWork> current = new ThreadLocal<>();

    private @Nullable Cleaner cleaner;

    /**
     * Runs something in the transaction that this thread is in, or else in one of its own, which is committed at the end, rolled back if
     * something is thrown, and run again a few times if it clashes with another one.
     */
    public <T extends @Nullable Object, E extends Exception> T inTransaction(Access access, TransactionCall<T, E> call)
            throws E {
        UnitOfWork outer = current.get();
        return outer == null ? outermost(access, call) : joined(outer, call);
    }

    private static <T extends @Nullable Object, E extends Exception> T joined(
            UnitOfWork outer, TransactionCall<T, E> call) throws E {
        try {
            return call.call();
        } catch (Throwable thrown) {
            // A part that failed may have done half of its work, which must not stay even if the whole goes on.
            outer.abort(thrown);
            throw thrown;
        }
    }

    private <T extends @Nullable Object, E extends Exception> T outermost(Access access, TransactionCall<T, E> call)
            throws E {
        for (int runs = 1; ; runs++) {
            Throwable clash;
            try {
                return once(access, call);
            } catch (Throwable thrown) {
                if (!ConflictRetry.helps(thrown, runs)) {
                    throw thrown;
                }
                clash = thrown;
            }
            ConflictRetry.pause(clash, runs);
        }
    }

    private <T extends @Nullable Object, E extends Exception> T once(Access access, TransactionCall<T, E> call)
            throws E {
        try (UnitOfWork unit = new UnitOfWork(access)) {
            current.set(unit);
            T result = call.call();
            unit.commit();
            return result;
        } finally {
            current.remove();
        }
    }

    /** Returns the way into the transactions of a store. */
    public Session session(OpenStore store) {
        return new ThreadSession(store);
    }

    /** Returns what watches for readers that are forgotten. It has a thread, so there is none before there is a reader. */
    private synchronized Cleaner cleaner() {
        if (cleaner == null) {
            cleaner = Cleaner.create();
        }
        return cleaner;
    }

    private final class ThreadSession implements Session {

        private final OpenStore store;

        ThreadSession(OpenStore store) {
            this.store = store;
        }

        @Override
        public OpenStore store() {
            return store;
        }

        @Override
        public <T extends @Nullable Object> T read(Function<StoreTransaction, T> work) {
            UnitOfWork unit = current.get();
            return unit == null ? store.read(work) : work.apply(unit.transaction(store));
        }

        @Override
        public @Nullable Row get(PreparedShape shape, Key key) {
            UnitOfWork unit = current.get();
            if (unit != null) {
                return shape.get(unit.transaction(store), key);
            }
            try (StoreTransaction transaction = store.begin(Access.READ_ONLY)) {
                return shape.get(transaction, key);
            }
        }

        @Override
        public <T extends @Nullable Object> T write(Function<StoreTransaction, T> work) {
            UnitOfWork unit = current.get();
            if (unit == null) {
                return store.write(work);
            }
            try {
                return work.apply(unit.transaction(store));
            } catch (RuntimeException | Error thrown) {
                unit.abort(thrown);
                throw thrown;
            }
        }

        @Override
        public Lease lease(Access access) {
            UnitOfWork unit = current.get();
            return unit == null
                    ? new OwnLease(store.begin(access), Sessions.this::cleaner)
                    : new SharedLease(unit.transaction(store));
        }
    }

    private record SharedLease(StoreTransaction transaction) implements Session.Lease {
        @Override
        public void watch(Object reader, Supplier<String> what) {
            // It ends with the work that began it, and so do its streams.
        }

        @Override
        public void close() {
            // As above.
        }
    }
}
