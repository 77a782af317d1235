package org.stowage.spi.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Says for which row an evaluation failed. It costs nothing for those that do not fail. */
final class RowFailure {

    private RowFailure() {}

    static Evaluator.Filter locatedFilter(EntitySchema schema, Evaluator.Filter filter) {
        return new Evaluator.Filter() {
            @Override
            public Truth test(Row row, List<@Nullable Object> arguments) {
                try {
                    return filter.test(row, arguments);
                } catch (StoreException e) {
                    throw in(schema, row, e);
                }
            }

            @Override
            public boolean matches(Row row, List<@Nullable Object> arguments) {
                try {
                    return filter.matches(row, arguments);
                } catch (StoreException e) {
                    throw in(schema, row, e);
                }
            }
        };
    }

    static Evaluator.Calculation locatedCalculation(EntitySchema schema, Evaluator.Calculation calculation) {
        return (Row row, List<@Nullable Object> arguments) -> {
            try {
                return calculation.value(row, arguments);
            } catch (StoreException e) {
                throw in(schema, row, e);
            }
        };
    }

    private static StoreException in(EntitySchema schema, Row row, StoreException failure) {
        Key key = key(schema, row);
        ErrorContext context = new ErrorContext(null, schema.name(), key);
        String message = "'" + schema.name() + "'" + (key == null ? "" : " with key '" + key + "'") + ": "
                + failure.getMessage();
        if (failure instanceof ArithmeticOverflowException) {
            return new ArithmeticOverflowException(context, message, failure.getCause());
        }
        if (failure instanceof InvalidValueException) {
            return new InvalidValueException(context, message, failure.getCause());
        }
        return failure instanceof LimitExceededException
                ? new LimitExceededException(context, message, failure.getCause())
                : failure;
    }

    /** Returns the key of a row; null for a row that has only a part of the fields. */
    private static @Nullable Key key(EntitySchema schema, Row row) {
        for (int position : schema.keyPositions()) {
            if (row.get(position) == null) {
                return null;
            }
        }
        return schema.keyOf(row);
    }
}
