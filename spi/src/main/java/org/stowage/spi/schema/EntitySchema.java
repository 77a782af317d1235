package org.stowage.spi.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * The shape of an entity: its fields in order, its key, its version field and its indexes. Immutable; equal if all of that is.
 *
 * <p>A schema that exists is consistent: {@link Builder#build()} checks it.
 */
public final class EntitySchema {

    /** The most fields that an entity may have. */
    public static final int MAX_FIELDS = 256;

    /** The most bytes of a key or of an entry of an index, as {@link ValueType#sizeBytes} counts them. */
    public static final int MAX_ENTRY_BYTES = 1_024;

    /** The most bytes of a row, as {@link ValueType#sizeBytes} counts them: 32 MiB. */
    public static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

    private final String name;
    private final List<Field> fields;
    private final List<String> key;
    private final @Nullable String version;
    private final List<Index> indexes;
    private final Map<String, Integer> positions;
    private final int[] keyPositions;
    private final RowCheck rowCheck;

    private EntitySchema(
            String name, List<Field> fields, List<String> key, @Nullable String version, List<Index> indexes) {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.key = List.copyOf(key);
        this.version = version;
        this.indexes = List.copyOf(indexes);
        this.positions = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            positions.put(fields.get(i).name(), i);
        }
        this.keyPositions = key.stream().mapToInt(positions::get).toArray();
        this.rowCheck = new RowCheck(name, this.fields, keyPositions, indexPositions());
    }

    private int[][] indexPositions() {
        return indexes.stream()
                .map(index -> index.fields().stream().mapToInt(positions::get).toArray())
                .toArray(int[][]::new);
    }

    static EntitySchema checked(
            String name, List<Field> fields, List<String> key, @Nullable String version, List<Index> indexes) {
        SchemaCheck.check(name, fields, key, version, indexes);
        return new EntitySchema(name, fields, key, version, indexes);
    }

    /** Starts the description of an entity. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Returns a description that starts as this one is. */
    public Builder toBuilder() {
        Builder builder = new Builder(name);
        builder.fields.addAll(fields);
        builder.key = key;
        builder.version = version;
        builder.indexes.addAll(indexes);
        return builder;
    }

    /** Returns the logical name. */
    public String name() {
        return name;
    }

    /** Returns the fields in the order of a row's values. */
    public List<Field> fields() {
        return fields;
    }

    /** Returns the names of the key fields, most significant first. */
    public List<String> key() {
        return key;
    }

    /** Returns the name of the version field, of type INT64, if the entity has one. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** Returns the indexes beside the key. */
    public List<Index> indexes() {
        return indexes;
    }

    /** Returns the field of that name, if there is one. */
    public Optional<Field> field(String fieldName) {
        Integer position = positions.get(fieldName);
        return position == null ? Optional.empty() : Optional.of(fields.get(position));
    }

    /** Returns the position of a field in a row, or −1 if the entity has no such field. */
    public int position(String fieldName) {
        return positions.getOrDefault(fieldName, -1);
    }

    /** Returns the positions of the key fields in a row. */
    public int[] keyPositions() {
        return keyPositions.clone();
    }

    /** Returns the position of the version field in a row, or −1 if the entity has none. */
    public int versionPosition() {
        return version == null ? -1 : position(version);
    }

    /**
     * Returns a complete row with all its values in their neutral form; the same object if they were.
     *
     * @param row one value for each field, in their order
     * @throws org.stowage.spi.error.TypeMismatchException if a value is not of its field's type
     * @throws org.stowage.spi.error.InvalidValueException if a value is outside of what its type allows, null where that is not
     *     allowed, or there are too many or too few
     * @throws org.stowage.spi.error.LimitExceededException if a value, the key, the entry of an index or the row is too large
     */
    public Row check(Row row) {
        return rowCheck.check(row);
    }

    /**
     * Returns a key with all its values in their neutral form; the same object if they were.
     *
     * @param candidate one value for each key field, in the order of {@link #key()}
     * @throws org.stowage.spi.error.TypeMismatchException if a value is not of its field's type
     * @throws org.stowage.spi.error.InvalidValueException if a value is outside of what its type allows, or there are too many or
     *     too few
     * @throws org.stowage.spi.error.LimitExceededException if the key is too large
     */
    public Key check(Key candidate) {
        return rowCheck.check(candidate);
    }

    /** Returns the key of a row of this entity. */
    public Key keyOf(Row row) {
        if (keyPositions.length == 1) {
            return Key.of(Objects.requireNonNull(row.get(keyPositions[0]), "key"));
        }
        Object[] rest = new Object[keyPositions.length - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Objects.requireNonNull(row.get(keyPositions[i + 1]), "key");
        }
        return Key.of(Objects.requireNonNull(row.get(keyPositions[0]), "key"), rest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntitySchema schema
                && name.equals(schema.name)
                && fields.equals(schema.fields)
                && key.equals(schema.key)
                && Objects.equals(version, schema.version)
                && indexes.equals(schema.indexes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, fields, key, version, indexes);
    }

    @Override
    public String toString() {
        return "entity " + name + " " + fields + " key " + key;
    }

    /** Describes an entity step by step. Not safe for several threads. */
    public static final class Builder {

        private final String name;
        private final List<Field> fields = new ArrayList<>();
        private List<String> key = List.of();
        private @Nullable String version;
        private final List<Index> indexes = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a field at the end. */
        public Builder field(Field field) {
            fields.add(field);
            return this;
        }

        /** Adds a field that is never null. */
        public Builder required(String fieldName, ValueType type) {
            return field(Field.required(fieldName, type));
        }

        /** Adds a field that may be null. */
        public Builder optional(String fieldName, ValueType type) {
            return field(Field.optional(fieldName, type));
        }

        /** Names the key fields, most significant first. */
        public Builder key(String... fieldNames) {
            key = List.of(fieldNames);
            return this;
        }

        /** Names the version field, of type INT64 and never null. */
        public Builder version(String fieldName) {
            version = fieldName;
            return this;
        }

        /** Adds an index. */
        public Builder index(Index index) {
            indexes.add(index);
            return this;
        }

        /**
         * Returns the schema.
         *
         * @throws org.stowage.spi.error.InvalidNameException if a name is not allowed
         * @throws org.stowage.spi.error.SchemaMismatchException if the key, the version or an index names a field that is missing or unfit
         * @throws org.stowage.spi.error.LimitExceededException if there are more than {@link #MAX_FIELDS} fields
         */
        public EntitySchema build() {
            return checked(name, fields, key, version, indexes);
        }
    }
}
