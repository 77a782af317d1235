package org.stowage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.PhysicalName;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * An entity as it is stored: its columns in the order of the fields, and the statements made for it. Immutable but for what it
 * keeps; for many threads.
 */
final class EntityTable {

    private static final int MAX_PLANS = 1_000;

    private final EntitySchema schema;
    private final String name;
    private final List<Column> columns;
    private final int[] keyPositions;
    private final String selectByKey;
    private final RowReader wholeRows;
    private final ConcurrentHashMap<PlanKey, QueryPlan> plans = new ConcurrentHashMap<>();
    private volatile @Nullable ChangeStatements changes;

    EntityTable(EntitySchema schema) {
        this.schema = schema;
        this.name = PhysicalName.entity(schema.name());
        this.columns = schema.fields().stream().map(Column::of).toList();
        this.keyPositions = schema.keyPositions();
        this.selectByKey = TableText.selectByKey(this);
        this.wholeRows = reader(IntStream.range(0, columns.size()).toArray());
    }

    private record PlanKey(Query query, boolean bounded) {}

    EntitySchema schema() {
        return schema;
    }

    /** Returns the physical name. */
    String name() {
        return name;
    }

    List<Column> columns() {
        return columns;
    }

    /** Returns the columns of the key, most significant first. */
    List<Column> keyColumns() {
        return IntStream.of(keyPositions).mapToObj(columns::get).toList();
    }

    /** Returns the positions of the fields that are not of the key. */
    int[] contentPositions() {
        return IntStream.range(0, columns.size())
                .filter(position ->
                        !schema.key().contains(columns.get(position).field().name()))
                .toArray();
    }

    /** Returns the names of the fields that some index holds. */
    Set<String> indexedFields() {
        return schema.indexes().stream()
                .flatMap(index -> index.fields().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns the physical name of an index of this entity. */
    String indexName(Index index) {
        return PhysicalName.index(schema.name(), index);
    }

    /** Returns the text that selects the row of a key, all columns in order. */
    String selectByKey() {
        return selectByKey;
    }

    /** Returns how a request is answered. */
    QueryPlan plan(ScanRequest request) {
        PlanKey key = new PlanKey(request.query(), request.bounded());
        QueryPlan plan = plans.get(key);
        if (plan == null) {
            if (plans.size() >= MAX_PLANS) {
                plans.clear();
            }
            plan = QueryPlanner.plan(this, key.query, key.bounded);
            plans.put(key, plan);
        }
        return plan;
    }

    /** Returns the statements that change rows. */
    ChangeStatements changes() {
        ChangeStatements known = changes;
        if (known == null) {
            known = ChangeStatements.of(this);
            changes = known;
        }
        return known;
    }

    /** Binds the values of a key from a place on; returns the place after them. */
    int bindKey(PreparedStatement statement, int place, Key key) throws SQLException {
        int next = place;
        for (int i = 0; i < keyPositions.length; i++) {
            columns.get(keyPositions[i]).codec().bind(statement, next++, key.get(i));
        }
        return next;
    }

    /** Binds the value of a field of a row. */
    void bindValue(PreparedStatement statement, int place, Row row, int position) throws SQLException {
        Object value = row.get(position);
        if (value == null) {
            statement.setNull(place, java.sql.Types.NULL);
        } else {
            columns.get(position).codec().bind(statement, place, value);
        }
    }

    /** Returns the row of a result that has all columns in order. */
    Row read(DatabaseFile file, ResultSet result) throws SQLException {
        return wholeRows.read(file, result);
    }

    /** Returns what reads results that have the columns of some positions. */
    RowReader reader(int[] positions) {
        return new RowReader(schema.name(), name, columns, positions);
    }

    /** Returns the indexes with their physical names, in the order of the schema. */
    List<String> indexNames() {
        List<String> names = new ArrayList<>();
        schema.indexes().forEach(index -> names.add(indexName(index)));
        return names;
    }
}
