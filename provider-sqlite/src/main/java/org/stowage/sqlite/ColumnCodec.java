package org.stowage.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.CanonicalJson;
import org.stowage.spi.value.DecimalCode;
import org.stowage.spi.value.TemporalCode;
import org.stowage.spi.value.ValueType;

/**
 * How the neutral values of one type get into a column and out of it again, such that SQLite compares and sorts what is stored as
 * the values are (section 1 of the semantic contract); enumerations excepted, which are stored by name.
 */
sealed interface ColumnCodec {

    /** Returns how the column stores the values. */
    Storage storage();

    /** Binds a value to a place of a statement, from 1. */
    void bind(PreparedStatement statement, int place, Object value) throws SQLException;

    /**
     * Returns the value of a column, from 1, or null.
     *
     * @throws IllegalArgumentException if what is stored is no value of the type
     */
    @Nullable Object read(ResultSet result, int column) throws SQLException;

    /** Returns what is stored for a value: a {@link Long}, {@link Double}, {@link String} or {@code byte[]}. */
    Object encode(Object value);

    /** Returns the codec of a type. */
    static ColumnCodec of(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic ->
                switch (basic) {
                    case BOOLEAN -> new Truths();
                    case INT64 -> new Integers();
                    case FLOAT64 -> new Reals();
                    case TEXT -> new Texts(value -> (String) value, text -> text);
                    case BYTES -> new Blobs();
                    case UUID -> new Texts(Object::toString, TextForms::uuid);
                    case INSTANT ->
                        new Texts(value -> TemporalCode.encode((java.time.Instant) value), TemporalCode::decodeInstant);
                    case DATE ->
                        new Texts(value -> TemporalCode.encode((java.time.LocalDate) value), TemporalCode::decodeDate);
                    case TIME ->
                        new Texts(value -> TemporalCode.encode((java.time.LocalTime) value), TemporalCode::decodeTime);
                    case DATETIME ->
                        new Texts(
                                value -> TemporalCode.encode((java.time.LocalDateTime) value),
                                TemporalCode::decodeDateTime);
                };
            case ValueType.Decimal decimal ->
                new Texts(value -> DecimalCode.encode((java.math.BigDecimal) value), DecimalCode::decode);
            case ValueType.Enumeration names -> new Texts(value -> (String) value, text -> TextForms.name(names, text));
            case ValueType.ListOf list ->
                new Texts(value -> CanonicalJson.encode(list, value), text -> CanonicalJson.decode(list, text));
            case ValueType.Struct struct ->
                new Texts(value -> CanonicalJson.encode(struct, value), text -> CanonicalJson.decode(struct, text));
        };
    }

    /** INT64 as it is. */
    record Integers() implements ColumnCodec {
        @Override
        public Storage storage() {
            return Storage.INTEGER;
        }

        @Override
        public void bind(PreparedStatement statement, int place, Object value) throws SQLException {
            statement.setLong(place, (Long) value);
        }

        @Override
        public @Nullable Object read(ResultSet result, int column) throws SQLException {
            long value = result.getLong(column);
            return (value == 0 && result.wasNull()) ? null : value;
        }

        @Override
        public Object encode(Object value) {
            return value;
        }
    }

    /** BOOLEAN as 0 and 1. */
    record Truths() implements ColumnCodec {
        @Override
        public Storage storage() {
            return Storage.INTEGER;
        }

        @Override
        public void bind(PreparedStatement statement, int place, Object value) throws SQLException {
            statement.setLong(place, (Boolean) value ? 1 : 0);
        }

        @Override
        public @Nullable Object read(ResultSet result, int column) throws SQLException {
            long value = result.getLong(column);
            return (value == 0 && result.wasNull()) ? null : value != 0;
        }

        @Override
        public Object encode(Object value) {
            return (Boolean) value ? 1L : 0L;
        }
    }

    /** FLOAT64 as it is; the neutral form has no negative zero. */
    record Reals() implements ColumnCodec {
        @Override
        public Storage storage() {
            return Storage.REAL;
        }

        @Override
        public void bind(PreparedStatement statement, int place, Object value) throws SQLException {
            statement.setDouble(place, (Double) value);
        }

        @Override
        public @Nullable Object read(ResultSet result, int column) throws SQLException {
            double value = result.getDouble(column);
            if (value == 0 && result.wasNull()) {
                return null;
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("'" + value + "' is not finite");
            }
            return value;
        }

        @Override
        public Object encode(Object value) {
            return value;
        }
    }

    /** BYTES as they are. */
    record Blobs() implements ColumnCodec {
        @Override
        public Storage storage() {
            return Storage.BLOB;
        }

        @Override
        public void bind(PreparedStatement statement, int place, Object value) throws SQLException {
            statement.setBytes(place, ((Bytes) value).toArray());
        }

        @Override
        public @Nullable Object read(ResultSet result, int column) throws SQLException {
            byte[] content = result.getBytes(column);
            return content == null ? null : Bytes.of(content);
        }

        @Override
        public Object encode(Object value) {
            return ((Bytes) value).toArray();
        }
    }

    /**
     * Everything that has a text form.
     *
     * @param encoder makes the text of a value
     * @param decoder makes the value of a text, or throws
     */
    record Texts(Function<Object, String> encoder, Function<String, Object> decoder) implements ColumnCodec {
        @Override
        public Storage storage() {
            return Storage.TEXT;
        }

        @Override
        public void bind(PreparedStatement statement, int place, Object value) throws SQLException {
            statement.setString(place, encoder.apply(value));
        }

        @Override
        public @Nullable Object read(ResultSet result, int column) throws SQLException {
            // The driver gives the bytes of a text, which is stored in UTF-8, in two thirds of the time of its
            // getString.
            byte[] text = result.getBytes(column);
            return text == null ? null : decoder.apply(new String(text, StandardCharsets.UTF_8));
        }

        @Override
        public Object encode(Object value) {
            return encoder.apply(value);
        }
    }
}
