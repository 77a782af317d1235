package org.stowage.layers.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * An entity that the store beneath has. Beside the rows that the overlay has of it stand the keys whose rows beneath no longer count, in
 * an entity of their own: so both change in one transaction and are seen in one snapshot.
 */
final class BaseEntity {

    private final EntitySchema schema;
    private final EntitySchema hiddenKeys;
    private final ScanRequest all;
    private final ScanRequest allHidden;
    private final Map<Index, Query> byUniqueIndex = new HashMap<>();

    /**
     * Creates the description.
     *
     * @param schema the shape that it has beneath
     * @param hidden the name of the entity of the keys that no longer count
     */
    BaseEntity(EntitySchema schema, String hidden) {
        this.schema = schema;
        this.hiddenKeys = keysOnly(schema, hidden);
        this.all = ScanRequest.all(Query.of(schema, Condition.ALWAYS, List.of()));
        this.allHidden = ScanRequest.all(Query.of(hiddenKeys, Condition.ALWAYS, List.of()));
        schema.indexes().stream()
                .filter(Index::unique)
                .forEach(index -> byUniqueIndex.put(index, byIndex(schema, index)));
    }

    private static EntitySchema keysOnly(EntitySchema schema, String name) {
        EntitySchema.Builder builder = EntitySchema.named(name).key(schema.key().toArray(String[]::new));
        schema.key().forEach(field -> builder.field(field(schema, field)));
        return builder.build();
    }

    private static Query byIndex(EntitySchema schema, Index index) {
        List<Condition> parts = new ArrayList<>();
        for (String name : index.fields()) {
            Field field = field(schema, name);
            parts.add(new Condition.Comparison(
                    Condition.Relation.EQUAL,
                    Expression.Path.of(name, field.type()),
                    new Expression.Parameter(parts.size(), field.type())));
        }
        return Query.of(schema, Conditions.allOf(parts), List.of());
    }

    private static Field field(EntitySchema schema, String name) {
        return schema.field(name).orElseThrow();
    }

    EntitySchema schema() {
        return schema;
    }

    String name() {
        return schema.name();
    }

    EntitySchema hiddenKeys() {
        return hiddenKeys;
    }

    /** Returns the request for all rows. */
    ScanRequest all() {
        return all;
    }

    /** Returns the request for all keys that no longer count. */
    ScanRequest allHidden() {
        return allHidden;
    }

    /** Returns the row that takes a key down as one that no longer counts. */
    Row hiding(Key key) {
        @Nullable Object[] values = new @Nullable Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = key.get(i);
        }
        return Row.adopt(values);
    }

    /** Returns the requests for the rows beneath that a row would clash with, one for each unique index in which it can. */
    List<ScanRequest> rivals(Row row) {
        List<ScanRequest> requests = new ArrayList<>();
        byUniqueIndex.forEach((index, query) -> {
            List<@Nullable Object> values = new ArrayList<>();
            index.fields().forEach(field -> values.add(row.get(schema.position(field))));
            // A tuple that holds a null never clashes.
            if (values.stream().allMatch(Objects::nonNull)) {
                requests.add(ScanRequest.all(query, values));
            }
        });
        return requests;
    }

    /**
     * What is asked of the store beneath.
     *
     * @param request the request
     * @param filtered whether it asks for the condition too; if not, that is left to be tested of the rows that count
     */
    record Asked(ScanRequest request, boolean filtered) {}

    /**
     * Returns what to ask beneath.
     *
     * @param request what the overlay is asked
     * @param hidden how many keys no longer count
     */
    Asked asked(ScanRequest request, long hidden) {
        Query query = request.query();
        if (hidden == 0 || !Conditions.canFail(query.condition())) {
            return new Asked(new ScanRequest(query, request.arguments(), 0, limit(request, hidden)), true);
        }
        // A calculation must not fail for a row that no longer counts, so it waits until those are out.
        return new Asked(ScanRequest.all(Query.of(schema, Condition.ALWAYS, query.sorts())), false);
    }

    private static long limit(ScanRequest request, long hidden) {
        long limit = request.offset() + request.limit() + hidden;
        boolean countable = request.limit() != ScanRequest.UNLIMITED
                && request.offset() <= Integer.MAX_VALUE
                && request.limit() <= Integer.MAX_VALUE;
        return countable ? limit : ScanRequest.UNLIMITED;
    }
}
