package org.stowage.jsonfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.stowage.spi.Store;
import org.stowage.spi.change.Change;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * Random commits, each over two entities at once or a change of shape, and a naive model of what they leave. Both entities always
 * hold the number of the last commit, so that half a commit shows.
 */
final class Script {

    private static final EntitySchema LEFT = EntitySchema.named("left")
            .required("id", ValueType.INT64)
            .required("commit", ValueType.INT64)
            .optional("text", ValueType.TEXT)
            .key("id")
            .build();
    private static final EntitySchema RIGHT = EntitySchema.named("Right")
            .required("id", ValueType.TEXT)
            .required("commit", ValueType.INT64)
            .key("id")
            .build();

    /** What takes one byte of a journal or several, or looks like a line of it. */
    private static final List<String> PIECES =
            List.of("x", "\n", "\"", "\u00e4", "\ud83d\ude00", "\n0badf00d 00000010 7 7 {");

    private final RandomGenerator random;
    private long number;

    /** What is stored: the shapes, and the rows of each entity in the order of their keys. */
    record State(Map<String, EntitySchema> schemas, Map<String, Map<Object, Row>> rows) {

        static final State EMPTY = new State(Map.of(), Map.of());

        static State of(Store store) {
            Map<String, EntitySchema> schemas = new TreeMap<>();
            Map<String, Map<Object, Row>> rows = new TreeMap<>();
            for (EntitySchema schema : store.schemas()) {
                schemas.put(schema.name(), schema);
                Map<Object, Row> byKey = new TreeMap<>();
                Stores.rows(store, schema.name()).forEach(row -> byKey.put(row.get(0), row));
                rows.put(schema.name(), byKey);
            }
            return new State(schemas, rows);
        }

        private State copy() {
            Map<String, Map<Object, Row>> copy = new TreeMap<>();
            rows.forEach((entity, map) -> copy.put(entity, new TreeMap<>(map)));
            return new State(new TreeMap<>(schemas), copy);
        }
    }

    /** A commit, and what is stored after it. */
    record Step(List<Change> changes, List<SchemaChange> shapes, State after) {

        void run(Store store) {
            if (shapes.isEmpty()) {
                Stores.write(store, changes.toArray(Change[]::new));
            } else {
                store.evolve(shapes);
            }
        }
    }

    Script(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a commit that fits a state. */
    Step next(State before) {
        number++;
        if (before.schemas().isEmpty()) {
            return shapes(before, List.of(new SchemaChange.CreateEntity(LEFT), new SchemaChange.CreateEntity(RIGHT)));
        }
        return random.nextInt(8) == 0 ? shapes(before, shapeChange(before)) : rows(before);
    }

    private List<SchemaChange> shapeChange(State before) {
        boolean aside = before.schemas().containsKey("aside");
        boolean moved = before.schemas().containsKey("moved");
        boolean indexed = !before.schemas().get("Right").indexes().isEmpty();
        List<List<SchemaChange>> possible = new ArrayList<>();
        possible.add(
                List.of(new SchemaChange.AddField("left", Field.required("added" + number, ValueType.INT64), number)));
        Index index = Index.on("commit");
        possible.add(List.of(
                indexed ? new SchemaChange.DropIndex("Right", index) : new SchemaChange.CreateIndex("Right", index)));
        if (aside) {
            possible.add(List.of(new SchemaChange.DropEntity("aside")));
            if (!moved) {
                possible.add(List.of(new SchemaChange.RenameEntity("aside", "moved")));
            }
        } else {
            EntitySchema schema = EntitySchema.named("aside")
                    .required("id", ValueType.INT64)
                    .key("id")
                    .build();
            possible.add(List.of(new SchemaChange.CreateEntity(schema)));
        }
        if (moved) {
            possible.add(List.of(new SchemaChange.DropEntity("moved")));
        }
        return possible.get(random.nextInt(possible.size()));
    }

    private Step shapes(State before, List<SchemaChange> changes) {
        State after = before.copy();
        for (SchemaChange change : changes) {
            EntitySchema schema = change.applyTo(after.schemas().remove(change.entity()));
            Map<Object, Row> rows = after.rows().remove(change.entity());
            if (schema == null) {
                continue;
            }
            after.schemas().put(schema.name(), schema);
            Map<Object, Row> kept = rows == null ? new TreeMap<>() : rows;
            if (change instanceof SchemaChange.AddField add) {
                kept.replaceAll((key, row) -> {
                    Object[] values = row.toArray();
                    Object[] wider = java.util.Arrays.copyOf(values, values.length + 1);
                    wider[values.length] = add.value();
                    return Row.of(wider);
                });
            }
            after.rows().put(schema.name(), kept);
        }
        return new Step(List.of(), changes, after);
    }

    private Step rows(State before) {
        State after = before.copy();
        List<Change> changes = new ArrayList<>();
        int width = before.schemas().get("left").fields().size();
        List<Change.Versioned> left = new ArrayList<>();
        left.add(Change.Versioned.any(left(0, width)));
        for (int i = random.nextInt(4); i > 0; i--) {
            left.add(Change.Versioned.any(left(1 + random.nextInt(20), width)));
        }
        changes.add(new Change.Save("left", left));
        left.forEach(each -> after.rows().get("left").put(each.row().get(0), each.row()));
        Row right = Row.of("last", number);
        changes.add(new Change.Save("Right", List.of(Change.Versioned.any(right))));
        after.rows().get("Right").put("last", right);
        if (before.schemas().containsKey("aside")) {
            Row aside = Row.of(number);
            changes.add(new Change.Save("aside", List.of(Change.Versioned.any(aside))));
            after.rows().get("aside").put(number, aside);
        }
        Object victim = after.rows().get("left").keySet().stream()
                .filter(key -> !key.equals(0L))
                .max(Comparator.comparing(key -> (Long) key))
                .orElse(null);
        if (victim != null && random.nextInt(3) == 0) {
            changes.add(new Change.Delete("left", List.of(Change.Target.any(Key.of(victim))), true));
            after.rows().get("left").remove(victim);
        }
        return new Step(changes, List.of(), after);
    }

    private Row left(long id, int width) {
        Object[] values = new Object[width];
        java.util.Arrays.fill(values, number);
        values[0] = id;
        values[2] = random.nextBoolean() ? null : text();
        return Row.of(values);
    }

    private String text() {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        int length = random.nextInt(random.nextInt(20) == 0 ? 3000 : 100);
        return piece.repeat(length / piece.length());
    }
}
