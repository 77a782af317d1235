package org.stowage.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateSetMoreStep;
import org.jooq.impl.DSL;

/**
 * The statements that change rows of one entity, rendered once. What is bound to their places, from 1: first the values of the
 * given positions of a row, then what the comment of each says.
 */
final class ChangeStatements {

    private final EntityTable table;
    private final int[] all;
    private final int[] content;
    private final int[] plain;
    private final int[] indexed;

    private final String insert;
    private final String save;
    private final String saveVersioned;
    private final String update;
    private final String updateVersioned;
    private final String updatePlain;
    private final String updatePlainVersioned;
    private final String delete;
    private final String deleteVersioned;

    private ChangeStatements(EntityTable table) {
        this.table = table;
        Set<String> indexedFields = table.indexedFields();
        this.all = IntStream.range(0, table.columns().size()).toArray();
        // An entity that is nothing but its key is updated by writing the key over itself.
        int[] beyondKey = table.contentPositions();
        this.content = beyondKey.length == 0 ? table.schema().keyPositions() : beyondKey;
        this.plain = Arrays.stream(content)
                .filter(position -> !indexedFields.contains(fieldName(position)))
                .toArray();
        this.indexed = Arrays.stream(content)
                .filter(position -> indexedFields.contains(fieldName(position)))
                .toArray();
        boolean versioned = table.schema().versionPosition() >= 0;
        this.insert = Sql.render(insertAll());
        this.save = Sql.render(upsert());
        this.saveVersioned = versioned ? Sql.render(upsert().where(versionIs(all.length + 1))) : save;
        this.update = renderUpdate(content, new int[0], false);
        this.updateVersioned = renderUpdate(content, new int[0], versioned);
        this.updatePlain = narrow() ? renderUpdate(plain, indexed, false) : update;
        this.updatePlainVersioned = narrow() ? renderUpdate(plain, indexed, versioned) : updateVersioned;
        this.delete = renderDelete(false);
        this.deleteVersioned = renderDelete(versioned);
    }

    static ChangeStatements of(EntityTable table) {
        return new ChangeStatements(table);
    }

    private String fieldName(int position) {
        return table.columns().get(position).field().name();
    }

    /** Returns the positions of all fields. */
    int[] all() {
        return all;
    }

    /** Returns the positions of the fields that an update writes. */
    int[] content() {
        return content;
    }

    /** Returns the positions of the fields that an update writes and no index holds. */
    int[] plain() {
        return plain;
    }

    /** Returns the positions of the fields that an update writes and some index holds. */
    int[] indexed() {
        return indexed;
    }

    /** Returns whether it is worth trying to write the plain fields alone. */
    boolean narrow() {
        return indexed.length > 0 && plain.length > 0;
    }

    /** All fields. */
    String insert() {
        return insert;
    }

    /** All fields; then, if versioned, the expected version. */
    String save(boolean versioned) {
        return versioned ? saveVersioned : save;
    }

    /** The content fields; then the key; then, if versioned, the expected version. */
    String update(boolean versioned) {
        return versioned ? updateVersioned : update;
    }

    /**
     * The plain fields; then the key; then, if versioned, the expected version; then the indexed fields. It writes a row only if its indexed
     * fields stay as they are, because naming an indexed column makes SQLite write the index anew.
     */
    String updatePlain(boolean versioned) {
        return versioned ? updatePlainVersioned : updatePlain;
    }

    /** The key; then, if versioned, the expected version. */
    String delete(boolean versioned) {
        return versioned ? deleteVersioned : delete;
    }

    private org.jooq.Insert<?> insertAll() {
        return DSL.insertInto(Sql.table(table)).columns(columns(all)).values(places(all));
    }

    private InsertOnDuplicateSetMoreStep<?> upsert() {
        Map<Field<?>, Object> replaced = new LinkedHashMap<>();
        for (int position : content) {
            replaced.put(column(position), DSL.excluded(column(position)));
        }
        return DSL.insertInto(Sql.table(table))
                .columns(columns(all))
                .values(places(all))
                .onConflict(columns(table.schema().keyPositions()))
                .doUpdate()
                .set(replaced);
    }

    private String renderUpdate(int[] written, int[] unchanged, boolean versioned) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        int next = 1;
        for (int position : written) {
            values.put(column(position), place(next++, position));
        }
        List<Condition> conditions = new ArrayList<>();
        next = keyIs(conditions, next);
        if (versioned) {
            conditions.add(versionIs(next++));
        }
        for (int position : unchanged) {
            conditions.add(column(position).isNotDistinctFrom(place(next++, position)));
        }
        return Sql.render(DSL.update(Sql.table(table)).set(values).where(conditions));
    }

    private String renderDelete(boolean versioned) {
        List<Condition> conditions = new ArrayList<>();
        int next = keyIs(conditions, 1);
        if (versioned) {
            conditions.add(versionIs(next));
        }
        return Sql.render(DSL.deleteFrom(Sql.table(table)).where(conditions));
    }

    private int keyIs(List<Condition> conditions, int place) {
        int next = place;
        for (int position : table.schema().keyPositions()) {
            conditions.add(column(position).eq(place(next++, position)));
        }
        return next;
    }

    // In an upsert the new row's version stands beside it under the same name.
    private Condition versionIs(int place) {
        int position = table.schema().versionPosition();
        Field<Object> version = DSL.field(
                DSL.name(table.name(), table.columns().get(position).name()),
                column(position).getDataType());
        return version.eq(place(place, position));
    }

    private List<Field<Object>> columns(int[] positions) {
        return Arrays.stream(positions).mapToObj(this::column).toList();
    }

    private List<Field<Object>> places(int[] positions) {
        return IntStream.range(0, positions.length)
                .mapToObj(i -> place(i + 1, positions[i]))
                .toList();
    }

    private Field<Object> column(int position) {
        return Sql.column(table.columns().get(position));
    }

    private Field<Object> place(int number, int position) {
        return Sql.place(number, table.columns().get(position).codec().storage());
    }
}
