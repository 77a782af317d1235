package org.stowage.launcher.command;

import java.util.ArrayList;
import java.util.List;
import org.stowage.launcher.UsageException;
import org.stowage.query.ValueText;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.ValueType;

/** Keys as people write them. */
final class KeyText {

    private KeyText() {}

    /** Returns the key that texts mean, one for each key field. */
    static Key parse(EntitySchema schema, List<String> texts) {
        if (texts.size() != schema.key().size()) {
            throw new UsageException("the key of '" + schema.name() + "' is " + String.join(" and ", schema.key())
                    + "; write "
                    + (schema.key().size() == 1 ? "1 value" : schema.key().size() + " values")
                    + ", not " + texts.size());
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String field = schema.key().get(i);
            ValueType type = schema.field(field).orElseThrow().type();
            try {
                values.add(ValueText.parse(type, texts.get(i)));
            } catch (StoreException e) {
                throw new UsageException("key field '" + field + "': " + e.getMessage());
            }
        }
        return schema.check(
                Key.of(values.get(0), values.subList(1, values.size()).toArray()));
    }
}
