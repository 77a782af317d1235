package org.stowage.layers.overlay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.Transaction;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * What an overlay has beneath it: a snapshot, and the entities in it. Which of them are still read through to beneath is a row each in an
 * entity of the overlay's engine, so that a transaction sees it as of its own snapshot.
 */
final class OverlayBase implements AutoCloseable {

    private static final String OWN = "stowage_overlay";

    private final BaseSnapshot snapshot;
    private final Map<String, BaseEntity> entities = new HashMap<>();
    private final String prefix;
    private final EntitySchema readThrough;

    OverlayBase(BaseSnapshot snapshot) {
        this.snapshot = snapshot;
        this.prefix = unusedPrefix(snapshot.schemas());
        this.readThrough = EntitySchema.named(prefix)
                .required("entity", ValueType.TEXT)
                .key("entity")
                .build();
        for (EntitySchema schema : snapshot.schemas()) {
            entities.put(schema.name(), new BaseEntity(schema, prefix + entities.size()));
        }
    }

    private static String unusedPrefix(List<EntitySchema> schemas) {
        StringBuilder prefix = new StringBuilder(OWN);
        while (schemas.stream().anyMatch(schema -> schema.name().startsWith(prefix.toString()))) {
            prefix.append('_');
        }
        return prefix.toString();
    }

    /** Returns an engine with all entities and without their rows. */
    Engine emptyEngine(String name) {
        EngineBuilder builder = Engine.named(name);
        builder.load(readThrough, entities.keySet().stream().map(Row::of).iterator());
        for (BaseEntity entity : entities.values()) {
            builder.load(entity.schema(), List.<Row>of().iterator());
            builder.load(entity.hiddenKeys(), List.<Row>of().iterator());
        }
        return builder.open();
    }

    BaseSnapshot snapshot() {
        return snapshot;
    }

    /** Returns the entity by a name if, as a transaction of the engine sees it, it is read through to beneath. */
    @Nullable BaseEntity entity(String name, Transaction delta) {
        BaseEntity entity = entities.get(name);
        return entity != null && delta.get(prefix, Key.of(name)).isPresent() ? entity : null;
    }

    /** Returns all entities that are beneath. */
    List<BaseEntity> entities() {
        return List.copyOf(entities.values());
    }

    /** Returns the name of the entity whose rows say what is read through. */
    String readThroughName() {
        return prefix;
    }

    /** Returns whether an entity of the engine is the overlay's own. */
    boolean isOwn(EntitySchema schema) {
        return schema.name().startsWith(prefix);
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
