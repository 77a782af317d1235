package org.stowage.launcher.command;

import java.util.List;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import picocli.CommandLine.Parameters;

/** Which row a command is about. */
final class RowKey {

    @Parameters(index = "0", paramLabel = "ENTITY", description = "The entity.")
    private String entity;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "KEY",
            description = "The key; one value for each key field.")
    private List<String> key;

    String entity() {
        return entity;
    }

    /** Returns the key, read as the entity has it. */
    Key in(EntitySchema schema) {
        return KeyText.parse(schema, key);
    }
}
