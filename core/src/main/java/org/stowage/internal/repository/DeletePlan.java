package org.stowage.internal.repository;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.jdql.BulkChange;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Key;

/** Deletes the entities whose attributes are equal to the arguments. */
final class DeletePlan implements Plan {

    private final EntityAccess access;
    private final Conditions conditions;
    private final Class<?> returned;
    private final Query query;

    DeletePlan(EntityAccess access, Conditions conditions, Class<?> returned) {
        this.access = access;
        this.conditions = conditions;
        this.returned = returned;
        this.query = BulkChange.keys(access.mapping().schema(), conditions.condition());
    }

    @Override
    public @Nullable Object run(@Nullable Object[] call) {
        return CountForm.of(
                returned,
                conditions.idAlone().isPresent()
                        ? byId(call[conditions.idAlone().get()])
                        : byCondition(call));
    }

    private long byId(@Nullable Object id) {
        Key key = access.mapping().key(Objects.requireNonNull(id, "the id is null; give one"));
        return access.write(transaction ->
                transaction.apply(new Change.Delete(access.name(), List.of(Change.Target.any(key)), false)));
    }

    private long byCondition(@Nullable Object[] call) {
        EntitySchema schema = access.mapping().schema();
        return access.write(transaction -> BulkChange.delete(
                transaction,
                schema,
                ScanRequest.all(query, conditions.arguments().of(call))));
    }
}
