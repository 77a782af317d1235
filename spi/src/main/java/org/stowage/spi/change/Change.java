package org.stowage.spi.change;

import java.util.List;
import java.util.OptionalLong;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * One atomic batch of writes to one entity, applied in the given order (section 4 of the semantic contract). Rows and keys are
 * neutral, complete and checked against the schema before a provider sees them.
 *
 * <p>Versions are handed out above the provider: a row always carries the version that it shall have, and
 * {@link Versioned#expected()} the one that the stored row must have for the write to happen.
 */
public sealed interface Change {

    /** Returns the logical name of the entity. */
    String entity();

    /** Returns how many rows or keys the batch holds. */
    int size();

    /**
     * New rows. Fails with {@code ExistsException} if a key is taken, also by an earlier row of the batch.
     *
     * @param entity the entity's name
     * @param rows the rows
     */
    record Insert(String entity, List<Row> rows) implements Change {
        /** Creates the change with a copy of the list. */
        public Insert {
            rows = List.copyOf(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /**
     * New content for rows that exist. Fails with {@code MissingException} if there is no row with the key, and with
     * {@code StaleVersionException} if its version is not the expected one.
     *
     * @param entity the entity's name
     * @param rows the rows
     */
    record Update(String entity, List<Versioned> rows) implements Change {
        /** Creates the change with a copy of the list. */
        public Update {
            rows = List.copyOf(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /**
     * Inserts or replaces by key alone. A key that comes twice keeps its last row. Fails with {@code UniqueViolatedException}
     * if another row holds the same values of a unique index (never replaces that row), and with
     * {@code StaleVersionException} if the row exists with a version other than the expected one.
     *
     * @param entity the entity's name
     * @param rows the rows
     */
    record Save(String entity, List<Versioned> rows) implements Change {
        /** Creates the change with a copy of the list. */
        public Save {
            rows = List.copyOf(rows);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /**
     * The end of rows. A key without a row is passed over and not counted, unless {@code required}: then it fails with
     * {@code MissingException}. Fails with {@code StaleVersionException} if a row's version is not the expected one.
     *
     * @param entity the entity's name
     * @param targets which rows
     * @param required whether every one must be there
     */
    record Delete(String entity, List<Target> targets, boolean required) implements Change {
        /** Creates the change with a copy of the list. */
        public Delete {
            targets = List.copyOf(targets);
        }

        @Override
        public int size() {
            return targets.size();
        }
    }

    /**
     * A row to write, and the version that the stored one must have.
     *
     * @param row the row as it shall be, its version included
     * @param expected the version that the stored row must have; empty if any will do or the entity has none
     */
    record Versioned(Row row, OptionalLong expected) {
        /** Returns a row to write whatever the stored version is. */
        public static Versioned any(Row row) {
            return new Versioned(row, OptionalLong.empty());
        }
    }

    /**
     * A row to delete, and the version that it must have.
     *
     * @param key its key
     * @param expected the version that it must have; empty if any will do or the entity has none
     */
    record Target(Key key, OptionalLong expected) {
        /** Returns a row to delete whatever its version is. */
        public static Target any(Key key) {
            return new Target(key, OptionalLong.empty());
        }
    }
}
