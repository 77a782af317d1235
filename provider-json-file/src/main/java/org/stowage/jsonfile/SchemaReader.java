package org.stowage.jsonfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;
import tools.jackson.core.JsonToken;

/** Reads the shape of an entity from the members of a JSON object, in any order. Used once. */
final class SchemaReader {

    private static final List<String> MEMBERS = List.of("entity", "fields", "key", "version", "indexes");

    private final JsonText text;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String entity;
    private @Nullable String version;
    private List<Field> fields = List.of();
    private List<String> key = List.of();
    private List<Index> indexes = List.of();
    private long fieldsPosition;

    SchemaReader(JsonText text) {
        this.text = text;
    }

    /**
     * Reads up to the member that ends the shape, which is then the current token, or to the end of the object.
     *
     * @param last the name of the member that comes after the shape, or null if none does
     */
    EntitySchema read(@Nullable String last) throws IOException {
        String member = text.nextName();
        while (member != null && !member.equals(last)) {
            if (!seen.add(member)) {
                throw text.wrong("'" + member + "' is there twice");
            }
            read(member, last);
            member = text.nextName();
        }
        if (last != null && member == null) {
            throw text.wrong("expected '" + last + "', found the end of the object");
        }
        return schema();
    }

    private void read(String member, @Nullable String last) throws IOException {
        switch (member) {
            case "entity" -> entity = text.nextString("the name of the entity in quotes");
            case "fields" -> fields = fields();
            case "key" -> key = names("key");
            case "version" -> version = text.nextString("the name of the version field in quotes");
            case "indexes" -> indexes = indexes();
            default -> {
                List<String> members = new ArrayList<>(MEMBERS);
                members.add(last == null ? MEMBERS.get(0) : last);
                throw text.wrong("there is no member '" + member + "'" + NearestName.hint(member, members));
            }
        }
    }

    private EntitySchema schema() {
        String missing = entity == null ? "entity" : fields.isEmpty() ? "fields" : key.isEmpty() ? "key" : null;
        if (entity == null || missing != null) {
            throw text.wrong("'" + missing + "' is missing before this place");
        }
        EntitySchema.Builder builder = EntitySchema.named(entity).key(key.toArray(String[]::new));
        fields.forEach(builder::field);
        indexes.forEach(builder::index);
        if (version != null) {
            builder.version(version);
        }
        try {
            return builder.build();
        } catch (StoreException e) {
            throw text.wrongAt(fieldsPosition, String.valueOf(e.getMessage()));
        }
    }

    private List<Field> fields() throws IOException {
        text.next(JsonToken.START_ARRAY, "the list of fields");
        fieldsPosition = text.position();
        List<Field> read = new ArrayList<>();
        while (text.next() != JsonToken.END_ARRAY) {
            read.add(field(text));
        }
        return read;
    }

    /** Reads a field from the current token on. */
    static Field field(JsonText text) throws IOException {
        requireObject(text, "a field such as {\"name\": \"id\", \"type\": \"int64\"}");
        String name = null;
        ValueType type = null;
        boolean nullable = false;
        for (String member = text.nextName(); member != null; member = text.nextName()) {
            switch (member) {
                case "name" -> name = text.nextString("the name of the field in quotes");
                case "type" -> type = type(text);
                case "nullable" -> nullable = flag(text);
                default ->
                    throw text.wrong("a field has no '" + member + "'"
                            + NearestName.hint(member, List.of("name", "type", "nullable")));
            }
        }
        if (name == null || type == null) {
            throw text.wrong("the field has no '" + (name == null ? "name" : "type") + "'");
        }
        return new Field(name, type, nullable);
    }

    private static ValueType type(JsonText text) throws IOException {
        String notation = text.nextString("a type in quotes such as \"int64\"");
        try {
            return ValueType.parse(notation);
        } catch (StoreException e) {
            throw text.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static boolean flag(JsonText text) throws IOException {
        JsonToken token = text.next();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw text.wrong("expected true or false, found " + text.found());
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private List<Index> indexes() throws IOException {
        text.next(JsonToken.START_ARRAY, "the list of indexes");
        List<Index> read = new ArrayList<>();
        while (text.next() != JsonToken.END_ARRAY) {
            read.add(index());
        }
        return read;
    }

    /** Reads an index from the current token on. */
    Index index() throws IOException {
        requireObject(text, "an index such as {\"fields\": [\"city\"]}");
        List<String> indexed = List.of();
        boolean unique = false;
        for (String member = text.nextName(); member != null; member = text.nextName()) {
            switch (member) {
                case "fields" -> indexed = names("fields");
                case "unique" -> unique = flag(text);
                default ->
                    throw text.wrong(
                            "an index has no '" + member + "'" + NearestName.hint(member, List.of("fields", "unique")));
            }
        }
        try {
            return new Index(indexed, unique);
        } catch (IllegalArgumentException e) {
            throw text.wrong(String.valueOf(e.getMessage()));
        }
    }

    private List<String> names(String member) throws IOException {
        text.next(JsonToken.START_ARRAY, "the list of names of '" + member + "'");
        List<String> read = new ArrayList<>();
        while (text.next() != JsonToken.END_ARRAY) {
            if (text.token() != JsonToken.VALUE_STRING) {
                throw text.wrong("expected the name of a field in quotes, found " + text.found());
            }
            read.add(text.string());
        }
        return read;
    }

    private static void requireObject(JsonText text, String expected) throws IOException {
        if (text.token() != JsonToken.START_OBJECT) {
            throw text.wrong("expected " + expected + ", found " + text.found());
        }
    }
}
