package org.stowage.layers.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stowage.spi.Transaction;
import org.stowage.spi.engine.Engine;
import org.stowage.spi.engine.EngineBuilder;
import org.stowage.spi.engine.Snapshot;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * What the changes of shape alone have made of the rows beneath, for those entities that were taken over. Unique indexes are left out: they
 * say nothing about what a row becomes, and rows that clash may have been changed before the index was made.
 */
final class ReshapedBase implements AutoCloseable {

    private final Engine engine;
    private final Snapshot state;

    ReshapedBase(OverlayBase base, Transaction delta, List<SchemaChange> shapes) {
        EngineBuilder builder = Engine.named("difference");
        for (BaseEntity entity : base.entities()) {
            if (base.entity(entity.name(), delta) == null) {
                builder.load(
                        withoutUniqueness(entity.schema()),
                        base.snapshot().allRows(entity.schema()).iterator());
            }
        }
        this.engine = builder.open();
        engine.evolve(shapes.stream().map(ReshapedBase::withoutUniqueness).toList());
        this.state = engine.snapshot();
    }

    private static SchemaChange withoutUniqueness(SchemaChange change) {
        return switch (change) {
            case SchemaChange.CreateEntity create -> new SchemaChange.CreateEntity(withoutUniqueness(create.schema()));
            case SchemaChange.CreateIndex create ->
                new SchemaChange.CreateIndex(create.entity(), withoutUniqueness(create.index()));
            case SchemaChange.DropIndex drop ->
                new SchemaChange.DropIndex(drop.entity(), withoutUniqueness(drop.index()));
            case SchemaChange.AddField same -> same;
            case SchemaChange.DropEntity same -> same;
            case SchemaChange.DropField same -> same;
            case SchemaChange.RenameEntity same -> same;
            case SchemaChange.RenameField same -> same;
            case SchemaChange.WidenField same -> same;
        };
    }

    private static EntitySchema withoutUniqueness(EntitySchema schema) {
        EntitySchema.Builder builder =
                EntitySchema.named(schema.name()).key(schema.key().toArray(String[]::new));
        schema.fields().forEach(builder::field);
        schema.version().ifPresent(builder::version);
        schema.indexes().forEach(index -> builder.index(withoutUniqueness(index)));
        return builder.build();
    }

    private static Index withoutUniqueness(Index index) {
        return new Index(index.fields(), false);
    }

    /** Returns the rows of an entity by key; none if it was made in the overlay. */
    List<Row> rows(EntitySchema schema) {
        List<Row> rows = new ArrayList<>();
        state.rows(schema.name()).forEachRemaining(rows::add);
        return rows;
    }

    Optional<Row> get(EntitySchema schema, Key key) {
        return state.get(schema.name(), key);
    }

    @Override
    public void close() {
        engine.close();
    }
}
