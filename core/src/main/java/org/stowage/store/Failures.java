package org.stowage.store;

import org.stowage.internal.guard.ExitRefusedException;
import org.stowage.internal.guard.ProviderOrigin;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreUnavailableException;

/**
 * Makes one vocabulary of whatever a provider throws. What is no {@link StoreException} is a fault of the provider, errors and checked
 * exceptions too; only what the machine itself cannot go on after is passed on.
 *
 * @param store what the application calls the store
 * @param provider whose it is
 */
record Failures(String store, ProviderOrigin provider) {

    /**
     * Returns what to throw instead of something that was thrown.
     *
     * @param doing what the store did, as in {@code it read 'Cart'}
     * @throws Error if the machine cannot go on after it
     */
    RuntimeException translated(Throwable thrown, String doing) {
        return isOrderly(thrown)
                ? ((StoreException) thrown).in(store)
                : new StoreUnavailableException(
                        ErrorContext.of(store),
                        fault(thrown, doing) + ", which is a fault of the provider in " + provider.place()
                                + "; report it to its author",
                        thrown);
    }

    /** Does the same for something that made data stay, if all goes well: after a fault nobody knows whether it did. */
    RuntimeException translatedAtCommit(Throwable thrown, String doing) {
        return isOrderly(thrown)
                ? ((StoreException) thrown).in(store)
                : new CommitUnknownException(
                        ErrorContext.of(store),
                        fault(thrown, doing)
                                + ", so that nobody knows whether that is there; read it again to see. This"
                                + " is a fault of the provider in " + provider.place() + "; report it to its author",
                        thrown);
    }

    private String fault(Throwable thrown, String doing) {
        String did = thrown instanceof ExitRefusedException exit
                ? "wanted to end the process with status " + exit.status()
                : "failed with " + thrown.getClass().getName();
        return "provider '" + provider.name() + "' " + did + " when it " + doing + " store '" + store + "'";
    }

    /** Returns whether the provider reports a failure as it is agreed. */
    private static boolean isOrderly(Throwable thrown) {
        // A stack that overflows is the fault of whoever went too deep; the machine can go on.
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        return thrown instanceof StoreException;
    }
}
