package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/**
 * A question about one entity, prepared once and asked many times with different arguments. Immutable; equal if it asks the
 * same, with a hash that is computed once, so that a provider may keep what it makes of it (a statement, say) under it.
 *
 * <p>A query that exists is typed, within the limits, and totally ordered: every field of the key is among its sorts.
 */
public final class Query {

    private final String entity;
    private final Condition condition;
    private final List<Sort> sorts;
    private final Set<String> fields;
    private final ArgumentRules rules;
    private final int hash;
    private volatile @Nullable Evaluation evaluation;

    private Query(String entity, QueryCheck.Checked checked) {
        this.entity = entity;
        this.condition = checked.condition();
        this.sorts = checked.sorts();
        this.fields = Set.copyOf(checked.fields());
        this.rules = checked.rules();
        this.hash = Objects.hash(entity, condition, sorts, fields);
    }

    /**
     * Returns a query for whole rows.
     *
     * @param schema the entity's shape
     * @param condition which rows
     * @param sorts in which order; what is missing for a total order, the key ascending, is added
     * @throws org.stowage.spi.error.TypeMismatchException if types meet that do not fit, or a path does not lead anywhere
     * @throws org.stowage.spi.error.LimitExceededException if the query is larger than {@link QueryLimits} allow
     * @throws org.stowage.spi.error.InvalidValueException if a literal is not allowed for its type, or a pattern is malformed
     */
    public static Query of(EntitySchema schema, Condition condition, List<Sort> sorts) {
        return of(schema, condition, sorts, Set.of());
    }

    /**
     * Returns a query for some fields.
     *
     * @param schema the entity's shape
     * @param condition which rows
     * @param sorts in which order; what is missing for a total order, the key ascending, is added
     * @param fields the fields that are wanted; others may be null in the rows. Empty means all.
     * @throws org.stowage.spi.error.StoreException as {@link #of(EntitySchema, Condition, List)}
     */
    public static Query of(EntitySchema schema, Condition condition, List<Sort> sorts, Set<String> fields) {
        return new Query(schema.name(), QueryCheck.check(schema, condition, totalOrder(schema, sorts), fields));
    }

    private static List<Sort> totalOrder(EntitySchema schema, List<Sort> sorts) {
        List<Sort> total = new ArrayList<>(sorts);
        for (String key : schema.key()) {
            boolean sorted = sorts.stream()
                    .anyMatch(
                            sort -> sort.path().simple() && sort.path().field().equals(key) && !sort.ignoreCase());
            if (!sorted) {
                total.add(Sort.ascending(
                        Expression.Path.of(key, schema.field(key).orElseThrow().type())));
            }
        }
        return total;
    }

    /** Returns the logical name of the entity. */
    public String entity() {
        return entity;
    }

    /** Returns which rows are asked for. Its literals are neutral, and what decides nothing is left out. */
    public Condition condition() {
        return condition;
    }

    /** Returns the total order, most significant level first. */
    public List<Sort> sorts() {
        return sorts;
    }

    /**
     * Returns the fields that are wanted and, with them, those of the key and the sorts; empty means all. Others may be null in the
     * rows, unless the residual of the {@link org.stowage.spi.Scan} looks at them.
     */
    public Set<String> fields() {
        return fields;
    }

    /** Returns the types of the parameters, by index. */
    public List<ValueType> parameters() {
        return rules.types();
    }

    /** Returns the neutral form of arguments for the parameters. */
    List<@Nullable Object> neutralArguments(List<? extends @Nullable Object> arguments) {
        return rules.check(arguments);
    }

    /** What the query means for rows of one schema. */
    record Evaluation(EntitySchema schema, Evaluator.Filter filter, Comparator<Row> order) {}

    /** Returns what the query means for rows of a schema, made again only when the schema is another than last time. */
    @SuppressWarnings("ReferenceEquality") // Comparing two schemas costs more than it saves; a store has one at a time.
    Evaluation evaluation(EntitySchema schema) {
        Evaluation known = evaluation;
        if (known == null || known.schema != schema) {
            known = new Evaluation(schema, Evaluator.filter(schema, condition), Evaluator.order(schema, sorts));
            evaluation = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Query query
                        && hash == query.hash
                        && entity.equals(query.entity)
                        && condition.equals(query.condition)
                        && sorts.equals(query.sorts)
                        && fields.equals(query.fields));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return QueryText.describe(this);
    }
}
