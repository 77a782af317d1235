package org.stowage.conformance.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.question.Question;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.ExistsException;
import org.stowage.spi.error.MissingException;
import org.stowage.spi.error.StaleVersionException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;

/**
 * The rows of one entity, in a list, and sections 2 to 4 of the semantic contract in as few words as possible. A change copies
 * everything and puts the copy in place at its end.
 */
public final class ModelStore {

    private final EntitySchema schema;
    private Map<Key, Row> rows = new LinkedHashMap<>();

    /** Creates a model without rows. */
    public ModelStore(EntitySchema schema) {
        this.schema = schema;
    }

    /** Returns a model that holds the same and changes by itself. */
    public ModelStore copy() {
        ModelStore copy = new ModelStore(schema);
        copy.rows = new LinkedHashMap<>(rows);
        return copy;
    }

    /** Returns the shape of the entity. */
    public EntitySchema schema() {
        return schema;
    }

    /** Returns the row with a key, if there is one. */
    public Optional<Row> get(Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Returns all rows, in no order that means anything. */
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /**
     * Returns the rows that answer a question.
     *
     * @throws ModelFailureException if a calculation fails
     */
    public List<Row> answer(Question question) {
        return ModelAnswer.of(schema, rows.values(), question);
    }

    /** What came of a change: how many rows it concerned, or the kind of error, after which nothing is changed. */
    public record Outcome(long count, @Nullable Class<? extends StoreException> error) {

        static Outcome failed(Class<? extends StoreException> error) {
            return new Outcome(0, error);
        }
    }

    /** Makes a change. */
    public Outcome apply(Change change) {
        Map<Key, Row> before = rows;
        rows = new LinkedHashMap<>(before);
        long count = 0;
        for (Step step : steps(change)) {
            boolean there = rows.containsKey(step.key());
            Class<? extends StoreException> error = error(step, there);
            if (error != null) {
                rows = before;
                return Outcome.failed(error);
            }
            count += step.row() != null || there ? 1 : 0;
            if (step.row() == null) {
                rows.remove(step.key());
            } else {
                rows.put(step.key(), step.row());
            }
        }
        return new Outcome(count, null);
    }

    /** One row of a change: what is written under the key, or null to delete, and what must hold before. */
    private record Step(
            Key key, @Nullable Row row, OptionalLong expected, boolean mustBeThere, boolean mustNotBeThere) {}

    private List<Step> steps(Change change) {
        List<Step> steps = new ArrayList<>();
        switch (change) {
            case Change.Insert insert ->
                insert.rows().forEach(row -> steps.add(step(row, OptionalLong.empty(), false, true)));
            case Change.Update update ->
                update.rows().forEach(row -> steps.add(step(row.row(), row.expected(), true, false)));
            case Change.Save save ->
                save.rows().forEach(row -> steps.add(step(row.row(), row.expected(), false, false)));
            case Change.Delete delete ->
                delete.targets()
                        .forEach(target ->
                                steps.add(new Step(target.key(), null, target.expected(), delete.required(), false)));
        }
        return steps;
    }

    private Step step(Row row, OptionalLong expected, boolean mustBeThere, boolean mustNotBeThere) {
        return new Step(schema.keyOf(row), row, expected, mustBeThere, mustNotBeThere);
    }

    private @Nullable Class<? extends StoreException> error(Step step, boolean there) {
        if (there && step.mustNotBeThere()) {
            return ExistsException.class;
        }
        if (!there && step.mustBeThere()) {
            return MissingException.class;
        }
        if (there
                && step.expected().isPresent()
                && version(rows.get(step.key())) != step.expected().getAsLong()) {
            return StaleVersionException.class;
        }
        return step.row() != null && clashes(step.key(), step.row()) ? UniqueViolatedException.class : null;
    }

    private long version(@Nullable Row row) {
        return (Long) Objects.requireNonNull(Objects.requireNonNull(row).get(schema.versionPosition()));
    }

    private boolean clashes(Key key, Row row) {
        for (Index index : schema.indexes()) {
            for (Map.Entry<Key, Row> other : rows.entrySet()) {
                if (index.unique() && !other.getKey().equals(key) && same(index, row, other.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean same(Index index, Row row, Row other) {
        for (String field : index.fields()) {
            Object left = row.get(schema.position(field));
            Object right = other.get(schema.position(field));
            if (left == null
                    || right == null
                    || ModelOrder.compare(schema.field(field).orElseThrow().type(), left, right) != 0) {
                return false;
            }
        }
        return true;
    }
}
