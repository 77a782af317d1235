package org.stowage.spi.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/** Validates complete rows and keys against a schema, and gives their values the neutral form. */
final class RowCheck {

    // A decimal of a hundred digits is the largest value that is neither text, bytes nor made of others.
    private static final int LARGEST_OTHER = 128;
    private static final int MOST_BYTES_OF_CHAR = 3;

    private final String entity;
    private final Field[] fields;
    private final int[] key;
    private final int[][] indexes;

    RowCheck(String entity, List<Field> fields, int[] key, int[][] indexes) {
        this.entity = entity;
        this.fields = fields.toArray(Field[]::new);
        this.key = key;
        this.indexes = indexes;
    }

    @SuppressWarnings("ReferenceEquality") // A list that could change equals its copy, and must not be kept.
    Row check(Row row) {
        if (row.size() != fields.length) {
            throw new InvalidValueException(
                    context(),
                    "a row of '" + row.size() + "' values does not fit entity '" + entity + "': expected "
                            + fields.length);
        }
        @Nullable Object[] changed = null;
        for (int i = 0; i < fields.length; i++) {
            Object value = row.get(i);
            Object checked = check(i, value);
            if (checked != value) {
                changed = changed == null ? row.toArray() : changed;
                changed[i] = checked;
            }
        }
        Row result = changed == null ? row : Row.adopt(changed);
        checkSizes(result);
        return result;
    }

    @SuppressWarnings("ReferenceEquality") // As for rows.
    Key check(Key candidate) {
        if (candidate.size() != key.length) {
            throw new InvalidValueException(
                    context(),
                    "a key of '" + candidate.size() + "' values does not fit entity '" + entity + "': expected "
                            + key.length + " (" + names(key) + ")");
        }
        boolean changed = false;
        long size = 0;
        for (int i = 0; i < key.length; i++) {
            Object value = candidate.get(i);
            Object checked = checkNotNull(key[i], value);
            changed |= checked != value;
            size += mostBytes(key[i], checked);
        }
        if (!changed && size <= EntitySchema.MAX_ENTRY_BYTES) {
            return candidate;
        }
        Object[] values = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            values[i] = checkNotNull(key[i], candidate.get(i));
        }
        checkEntry("key", key, values);
        return changed ? Key.of(values[0], Arrays.copyOfRange(values, 1, values.length)) : candidate;
    }

    private @Nullable Object check(int position, @Nullable Object value) {
        return value == null && fields[position].nullable() ? null : checkNotNull(position, value);
    }

    private Object checkNotNull(int position, @Nullable Object value) {
        Field field = fields[position];
        if (value == null) {
            throw new InvalidValueException(
                    context(),
                    in(field) + "null is not allowed; expected " + field.type().describe());
        }
        try {
            return field.type().check(value);
        } catch (TypeMismatchException e) {
            throw new TypeMismatchException(context(), in(field) + message(e), e);
        } catch (LimitExceededException e) {
            throw new LimitExceededException(context(), in(field) + message(e), e);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(context(), in(field) + message(e), e);
        }
    }

    private void checkSizes(Row row) {
        if (mayBeLarge(row)) {
            checkRecord(row);
        }
        checkEntry("key", key, row);
        for (int[] index : indexes) {
            checkEntry("index entry", index, row);
        }
    }

    private boolean mayBeLarge(Row row) {
        long size = 0;
        for (int i = 0; i < fields.length; i++) {
            size += mostBytes(i, row.get(i));
        }
        return size > EntitySchema.MAX_RECORD_BYTES;
    }

    private void checkRecord(Row row) {
        long size = 0;
        for (int i = 0; i < fields.length; i++) {
            size += bytes(i, row.get(i));
        }
        if (size > EntitySchema.MAX_RECORD_BYTES) {
            throw new LimitExceededException(
                    context(),
                    "the row of entity '" + entity + "' takes '" + size + "' bytes: expected at most "
                            + EntitySchema.MAX_RECORD_BYTES + " (32 MiB)");
        }
    }

    private void checkEntry(String what, int[] positions, Row row) {
        long size = 0;
        for (int position : positions) {
            size += mostBytes(position, row.get(position));
        }
        if (size > EntitySchema.MAX_ENTRY_BYTES) {
            @Nullable Object[] values = new Object[positions.length];
            for (int i = 0; i < positions.length; i++) {
                values[i] = row.get(positions[i]);
            }
            checkEntry(what, positions, values);
        }
    }

    private void checkEntry(String what, int[] positions, @Nullable Object[] values) {
        long size = 0;
        for (int i = 0; i < positions.length; i++) {
            size += bytes(positions[i], values[i]);
        }
        if (size > EntitySchema.MAX_ENTRY_BYTES) {
            throw new LimitExceededException(
                    context(),
                    "the " + what + " (" + names(positions) + ") of entity '" + entity + "' takes '" + size
                            + "' bytes: expected at most " + EntitySchema.MAX_ENTRY_BYTES);
        }
    }

    private long bytes(int position, @Nullable Object value) {
        return value == null ? 0 : fields[position].type().sizeBytes(value);
    }

    // Cheap, and never too little: the exact size is worth its cost only where this passes a limit.
    private long mostBytes(int position, @Nullable Object value) {
        if (value instanceof String text) {
            return (long) text.length() * MOST_BYTES_OF_CHAR;
        }
        return value instanceof Bytes || value instanceof List || value instanceof Row
                ? bytes(position, value)
                : LARGEST_OTHER;
    }

    private String names(int[] positions) {
        return Arrays.stream(positions)
                .mapToObj(position -> fields[position].name())
                .collect(Collectors.joining(", "));
    }

    private static String message(StoreException error) {
        return Objects.requireNonNullElse(error.getMessage(), "");
    }

    private String in(Field field) {
        return "field '" + field.name() + "' of entity '" + entity + "': ";
    }

    private ErrorContext context() {
        return new ErrorContext(null, entity, null);
    }
}
