package org.stowage.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidNameException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.schema.EntitySchema;

/**
 * The shapes of the entities of a store at one moment. Immutable.
 *
 * @param store what the application calls the store
 * @param byName the shapes, by name in code point order
 */
record SchemaCatalog(String store, Map<String, EntitySchema> byName) {

    static SchemaCatalog of(String store, List<EntitySchema> schemas) {
        Map<String, EntitySchema> byName = new LinkedHashMap<>();
        schemas.forEach(schema -> byName.put(schema.name(), schema));
        return new SchemaCatalog(store, Collections.unmodifiableMap(byName));
    }

    List<EntitySchema> schemas() {
        return List.copyOf(byName.values());
    }

    EntitySchema require(String entity) {
        EntitySchema schema = byName.get(entity);
        if (schema == null) {
            throw new InvalidNameException(
                    ErrorContext.of(store, entity),
                    "store '" + store + "' has no entity '" + entity + "'"
                            + (byName.isEmpty() ? "; it is empty" : NearestName.hint(entity, byName.keySet())));
        }
        return schema;
    }
}
