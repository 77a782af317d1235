package org.stowage.spi.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.value.CanonicalJson;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * Schemas as text: one line of JSON that people can read and that does not change while the schema does not. Stores keep it to
 * know what they hold.
 *
 * <p>{@code {"format":1,"name":"item","fields":[{"name":"id","type":"int64","nullable":false}, …],"key":["id"],"version":"version",
 * "indexes":[{"fields":["name"],"unique":false}]}}, without spaces; types as {@link ValueType#describe()} writes them. A
 * text of a later format is refused.
 */
public final class SchemaCode {

    /** The format that is written. */
    public static final int FORMAT = 1;

    private static final ValueType NAMES = new ValueType.ListOf(ValueType.TEXT);
    private static final ValueType FIELD = new ValueType.Struct(List.of(
            Field.required("name", ValueType.TEXT),
            Field.required("type", ValueType.TEXT),
            Field.required("nullable", ValueType.BOOLEAN)));
    private static final ValueType INDEX =
            new ValueType.Struct(List.of(Field.required("fields", NAMES), Field.required("unique", ValueType.BOOLEAN)));
    private static final ValueType SCHEMA = new ValueType.Struct(List.of(
            Field.required("format", ValueType.INT64),
            Field.required("name", ValueType.TEXT),
            Field.required("fields", new ValueType.ListOf(FIELD)),
            Field.required("key", NAMES),
            Field.optional("version", ValueType.TEXT),
            Field.required("indexes", new ValueType.ListOf(INDEX))));

    private SchemaCode() {}

    /** Returns the text of a schema. */
    public static String encode(EntitySchema schema) {
        List<Row> fields = schema.fields().stream()
                .map(field -> Row.of(field.name(), field.type().describe(), field.nullable()))
                .toList();
        List<Row> indexes = schema.indexes().stream()
                .map(index -> Row.of(index.fields(), index.unique()))
                .toList();
        Row row = Row.of(
                (long) FORMAT,
                schema.name(),
                fields,
                schema.key(),
                schema.version().orElse(null),
                indexes);
        return CanonicalJson.encode(SCHEMA, row);
    }

    /**
     * Returns the schema of a text.
     *
     * @throws org.stowage.spi.error.InvalidValueException if the text is not what {@link #encode} writes; says where
     * @throws org.stowage.spi.error.InvalidNameException if a name is not allowed
     * @throws org.stowage.spi.error.SchemaMismatchException if the schema is not consistent
     * @throws org.stowage.spi.error.LimitExceededException if it is too large
     */
    public static EntitySchema decode(String text) {
        Row row = (Row) CanonicalJson.decode(SCHEMA, text);
        long format = (Long) value(row, 0);
        if (format != FORMAT) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "the schema is written in format '" + format + "', and this version reads format " + FORMAT
                            + " only: use the version of Stowage that wrote it, or a later one");
        }
        String name = (String) value(row, 1);
        List<Field> fields = new ArrayList<>();
        for (Object field : list(row, 2)) {
            fields.add(field((Row) field));
        }
        List<Index> indexes = new ArrayList<>();
        for (Object index : list(row, 5)) {
            indexes.add(index(name, (Row) index));
        }
        return EntitySchema.checked(name, fields, names(row, 3), (String) row.get(4), indexes);
    }

    private static Field field(Row row) {
        return new Field((String) value(row, 0), ValueType.parse((String) value(row, 1)), (Boolean) value(row, 2));
    }

    private static Index index(String entity, Row row) {
        List<String> fields = names(row, 0);
        if (fields.isEmpty() || fields.stream().distinct().count() != fields.size()) {
            throw new InvalidValueException(
                    new ErrorContext(null, entity, null),
                    "an index of entity '" + entity + "' is on '" + fields
                            + "': expected one field or more, none twice");
        }
        return new Index(fields, (Boolean) value(row, 1));
    }

    private static List<String> names(Row row, int position) {
        return list(row, position).stream().map(String.class::cast).toList();
    }

    private static List<?> list(Row row, int position) {
        return (List<?>) value(row, position);
    }

    private static Object value(Row row, int position) {
        @Nullable Object value = row.get(position);
        return java.util.Objects.requireNonNull(value, "the type allows no null here");
    }
}
