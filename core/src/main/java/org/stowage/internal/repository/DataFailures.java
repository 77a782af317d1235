package org.stowage.internal.repository;

import jakarta.data.exceptions.DataConnectionException;
import jakarta.data.exceptions.DataException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.MappingException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.CommitUnknownException;
import org.stowage.spi.error.ConflictException;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.InvalidNameException;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.ReadOnlyException;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.StoreClosedException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.StoreFullException;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.error.StoreTimeoutException;
import org.stowage.spi.error.StoreUnavailableException;
import org.stowage.spi.error.TransactionAbortedException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.error.UnsupportedException;

/**
 * Says in the words of Jakarta Data what a store said. The store's exception is the cause, so that a clash that a retry may solve is
 * still known as one.
 *
 * @param entity the entity that the call is about
 * @param store the store in which it lives
 */
record DataFailures(String entity, String store) {

    DataException of(StoreException failure) {
        String message = message(failure);
        return switch (failure) {
            case ExistsException exists -> new EntityExistsException(message, exists);
            case UniqueViolatedException unique -> new EntityExistsException(message, unique);
            case MissingException missing -> new OptimisticLockingFailureException(message, missing);
            case StaleVersionException stale -> new OptimisticLockingFailureException(message, stale);
            case TypeMismatchException mismatch -> new MappingException(message, mismatch);
            case InvalidNameException name -> new MappingException(message, name);
            case SchemaMismatchException mismatch -> new MappingException(message, mismatch);
            case StoreUnavailableException unavailable -> new DataConnectionException(message, unavailable);
            case StoreTimeoutException timeout -> new DataConnectionException(message, timeout);
            case StoreClosedException closed -> new DataConnectionException(message, closed);
            case StoreLockedException locked -> new DataConnectionException(message, locked);
            case CommitUnknownException unknown -> new DataConnectionException(message, unknown);
            case ArithmeticOverflowException overflow -> new DataException(message, overflow);
            case BadConfigurationException configuration -> new DataException(message, configuration);
            case CancelledException cancelled -> new DataException(message, cancelled);
            case ConflictException conflict -> new DataException(message, conflict);
            case CorruptStoreException corrupt -> new DataException(message, corrupt);
            case InvalidValueException invalid -> new DataException(message, invalid);
            case LimitExceededException limit -> new DataException(message, limit);
            case ReadOnlyException readOnly -> new DataException(message, readOnly);
            case StoreFullException full -> new DataException(message, full);
            case TransactionAbortedException aborted -> new DataException(message, aborted);
            case UnsupportedException unsupported -> new DataException(message, unsupported);
        };
    }

    private String message(StoreException failure) {
        StringBuilder message = new StringBuilder(String.valueOf(failure.getMessage()));
        // The store speaks of what it knows; entity, key and store are named once each.
        if (message.indexOf("'" + entity + "'") < 0) {
            message.append(message.indexOf("; ") < 0 ? "; " : ", ")
                    .append("entity '")
                    .append(entity)
                    .append('\'');
        }
        failure.key()
                .map(Object::toString)
                .filter(key -> message.indexOf("'" + key + "'") < 0)
                .ifPresent(key -> message.append(", key '").append(key).append('\''));
        if (message.indexOf("'" + store + "'") < 0) {
            message.append(", store '").append(store).append('\'');
        }
        return message.toString();
    }
}
