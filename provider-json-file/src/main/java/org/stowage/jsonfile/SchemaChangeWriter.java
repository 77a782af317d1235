package org.stowage.jsonfile;

import org.stowage.spi.schema.SchemaChange;
import tools.jackson.core.JsonGenerator;

/** Writes changes of shape as {@link SchemaChangeReader} reads them: the kind first, since what follows depends on it. */
final class SchemaChangeWriter {

    private SchemaChangeWriter() {}

    static void write(JsonGenerator json, SchemaChange change) {
        switch (change) {
            case SchemaChange.CreateEntity create -> {
                json.writeRaw("{\"change\":\"create-entity\",\"schema\":{");
                SchemaWriter.write(json, create.schema(), "", "");
                json.writeRaw("}}");
            }
            case SchemaChange.DropEntity drop -> members(json, "drop-entity", drop.entity(), () -> {});
            case SchemaChange.RenameEntity rename ->
                members(json, "rename-entity", rename.entity(), () -> json.writeStringProperty("to", rename.to()));
            case SchemaChange.AddField add ->
                members(json, "add-field", add.entity(), () -> {
                    json.writeName("field");
                    SchemaWriter.field(json, add.field());
                    Object value = add.value();
                    json.writeName("value");
                    if (value == null) {
                        json.writeNull();
                    } else {
                        ValueWriter.of(add.field().type()).write(json, value);
                    }
                });
            case SchemaChange.DropField drop ->
                members(json, "drop-field", drop.entity(), () -> json.writeStringProperty("name", drop.field()));
            case SchemaChange.RenameField rename ->
                members(json, "rename-field", rename.entity(), () -> {
                    json.writeStringProperty("name", rename.field());
                    json.writeStringProperty("to", rename.to());
                });
            case SchemaChange.WidenField widen ->
                members(json, "widen-field", widen.entity(), () -> {
                    json.writeName("field");
                    SchemaWriter.field(json, widen.field());
                });
            case SchemaChange.CreateIndex create ->
                members(json, "create-index", create.entity(), () -> {
                    json.writeName("index");
                    SchemaWriter.index(json, create.index());
                });
            case SchemaChange.DropIndex drop ->
                members(json, "drop-index", drop.entity(), () -> {
                    json.writeName("index");
                    SchemaWriter.index(json, drop.index());
                });
        }
    }

    private static void members(JsonGenerator json, String change, String entity, Runnable rest) {
        json.writeStartObject();
        json.writeStringProperty("change", change);
        json.writeStringProperty("entity", entity);
        rest.run();
        json.writeEndObject();
    }
}
