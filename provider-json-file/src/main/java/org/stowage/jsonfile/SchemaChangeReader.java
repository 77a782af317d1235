package org.stowage.jsonfile;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import tools.jackson.core.JsonToken;

/** Reads changes of shape as {@link SchemaChangeWriter} writes them. */
final class SchemaChangeReader {

    private final JsonText text;

    SchemaChangeReader(JsonText text) {
        this.text = text;
    }

    /** Reads a change from the brace that is the current token to the closing one. */
    SchemaChange read() throws IOException {
        String kind = string("change");
        SchemaChange change = kind.equals("create-entity") ? create() : change(kind, string("entity"));
        text.next(JsonToken.END_OBJECT, "the end of the change");
        return change;
    }

    private SchemaChange create() throws IOException {
        name("schema");
        text.next(JsonToken.START_OBJECT, "the shape of an entity");
        return new SchemaChange.CreateEntity(new SchemaReader(text).read(null));
    }

    private SchemaChange change(String kind, String entity) throws IOException {
        return switch (kind) {
            case "drop-entity" -> new SchemaChange.DropEntity(entity);
            case "rename-entity" -> new SchemaChange.RenameEntity(entity, string("to"));
            case "add-field" -> {
                Field field = field();
                yield new SchemaChange.AddField(entity, field, value(field));
            }
            case "drop-field" -> new SchemaChange.DropField(entity, string("name"));
            case "rename-field" -> new SchemaChange.RenameField(entity, string("name"), string("to"));
            case "widen-field" -> new SchemaChange.WidenField(entity, field());
            case "create-index" -> new SchemaChange.CreateIndex(entity, index());
            case "drop-index" -> new SchemaChange.DropIndex(entity, index());
            default -> throw text.wrong("there is no change of shape '" + kind + "'");
        };
    }

    private Field field() throws IOException {
        name("field");
        text.next();
        return SchemaReader.field(text);
    }

    private Index index() throws IOException {
        name("index");
        text.next();
        return new SchemaReader(text).index();
    }

    private @Nullable Object value(Field field) throws IOException {
        name("value");
        return text.next() == JsonToken.VALUE_NULL
                ? null
                : ValueReader.of(field.type(), field.name()).read(text);
    }

    private String string(String member) throws IOException {
        name(member);
        return text.nextString("a text in quotes");
    }

    private void name(String member) throws IOException {
        if (!member.equals(text.nextName())) {
            throw text.wrong("expected '" + member + "', found " + text.found());
        }
    }
}
