package org.stowage.internal.session;

import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.store.StoreTransaction;

/**
 * A transaction that was begun for one reader. If the reader is forgotten, which nobody but the garbage collector can tell, the
 * transaction is ended and the loss reported.
 */
final class OwnLease implements Session.Lease {

    private static final System.Logger LOGGER = System.getLogger(OwnLease.class.getName());

    private final StoreTransaction transaction;
    private final Supplier<Cleaner> cleaner;
    private @Nullable Loss loss;
    private Cleaner.@Nullable Cleanable watch;

    /**
     * Creates the lease.
     *
     * @param cleaner what watches the reader, if there is one
     */
    OwnLease(StoreTransaction transaction, Supplier<Cleaner> cleaner) {
        this.transaction = transaction;
        this.cleaner = cleaner;
    }

    @Override
    public StoreTransaction transaction() {
        return transaction;
    }

    @Override
    public void watch(Object reader, Supplier<String> what) {
        loss = new Loss(transaction, what);
        watch = cleaner.get().register(reader, loss);
    }

    @Override
    public void close() {
        // If this is refused, as the transaction is another thread's, it is still watched.
        transaction.close();
        if (loss != null && watch != null) {
            loss.prevented = true;
            watch.clean();
        }
    }

    /** What happens when the reader is garbage; it must not know the reader, or that would never be. */
    private static final class Loss implements Runnable {

        private final StoreTransaction transaction;
        private final Supplier<String> what;
        private volatile boolean prevented;

        Loss(StoreTransaction transaction, Supplier<String> what) {
            this.transaction = transaction;
            this.what = what;
        }

        @Override
        public void run() {
            if (prevented) {
                return;
            }
            String store = transaction.store().name();
            LOGGER.log(
                    Level.WARNING,
                    what.get() + ", was forgotten before it was closed or read to its end; its transaction in store '"
                            + store + "' is ended now; open it in a try-with-resources statement");
            try {
                transaction.abandon();
            } catch (RuntimeException failure) {
                LOGGER.log(Level.WARNING, "the forgotten transaction in store '" + store + "' did not end", failure);
            }
        }
    }
}
