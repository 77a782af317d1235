package org.stowage.spi.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Key;

/**
 * Everything that can go wrong with a store, one subclass for each reaction that a caller can have.
 *
 * <p>After any of them the stored state is as it was before the transaction. The message is one sentence for a person and
 * never holds a secret; what a driver threw is the cause, never the message. The vocabulary is that of section 9 of the
 * semantic contract.
 */
public abstract sealed class StoreException extends RuntimeException
        permits ArithmeticOverflowException,
                BadConfigurationException,
                CancelledException,
                CommitUnknownException,
                ConflictException,
                CorruptStoreException,
                ExistsException,
                InvalidNameException,
                InvalidValueException,
                LimitExceededException,
                MissingException,
                ReadOnlyException,
                SchemaMismatchException,
                StaleVersionException,
                StoreClosedException,
                StoreFullException,
                StoreLockedException,
                StoreTimeoutException,
                StoreUnavailableException,
                TransactionAbortedException,
                TypeMismatchException,
                UniqueViolatedException,
                UnsupportedException {

    private static final long serialVersionUID = 1L;

    private transient ErrorContext context;

    StoreException(ErrorContext context, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.context = context;
    }

    /** Returns the name of the store in which it happened, if one was involved. */
    public final Optional<String> store() {
        return Optional.ofNullable(context().store());
    }

    /** Returns the logical name of the entity, if one was involved. */
    public final Optional<String> entity() {
        return Optional.ofNullable(context().entity());
    }

    /** Returns the key of the row, if one was involved. */
    public final Optional<Key> key() {
        return Optional.ofNullable(context().key());
    }

    /**
     * Names the store in which it happened, unless it is named already.
     *
     * @param store the name of the store, as the application calls it
     * @return this
     */
    public final StoreException in(String store) {
        ErrorContext known = context();
        if (known.store() == null) {
            context = new ErrorContext(store, known.entity(), known.key());
        }
        return this;
    }

    /** Returns whether the same transaction, run again from its beginning, may succeed. */
    public boolean retryable() {
        return false;
    }

    // Deserialisation leaves the transient field null: the message says it all again.
    private ErrorContext context() {
        return context == null ? ErrorContext.none() : context;
    }
}
