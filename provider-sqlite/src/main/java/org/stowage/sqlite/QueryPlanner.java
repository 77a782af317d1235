package org.stowage.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.PushDown;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.Sort;

/** Decides what of a query SQLite does, and builds the SQL for it. */
final class QueryPlanner {

    private final EntityTable table;
    private final Query query;
    private final Places places = new Places();

    private QueryPlanner(EntityTable table, Query query) {
        this.table = table;
        this.query = query;
    }

    /**
     * Returns how a query is answered.
     *
     * @param bounded whether it comes with an offset or a limit
     */
    static QueryPlan plan(EntityTable table, Query query, boolean bounded) {
        return new QueryPlanner(table, query).plan(bounded);
    }

    private QueryPlan plan(boolean bounded) {
        ConditionTranslator conditions = new ConditionTranslator(table, places);
        List<org.jooq.Condition> pushed = new ArrayList<>();
        PushDown parts = PushDown.split(query.condition(), part -> {
            Optional<org.jooq.Condition> translated = conditions.translate(part);
            translated.ifPresent(pushed::add);
            return translated.isPresent();
        });
        Optional<List<SortField<Object>>> order = order();
        boolean limited = bounded && order.isPresent() && parts.residual().equals(Condition.ALWAYS);
        int[] positions = positions(parts.residual());
        List<Binding> bindings = places.bindings();
        return new QueryPlan(
                Sql.render(select(positions, pushed, order.orElse(List.of()), limited)),
                Sql.render(DSL.selectCount().from(Sql.table(table)).where(pushed)),
                bindings,
                table.reader(positions),
                parts.residual(),
                order.isPresent(),
                limited);
    }

    private org.jooq.Select<?> select(
            int[] positions, List<org.jooq.Condition> pushed, List<SortField<Object>> order, boolean limited) {
        List<Field<Object>> columns = IntStream.of(positions)
                .mapToObj(table.columns()::get)
                .map(Sql::column)
                .toList();
        SelectLimitStep<?> select =
                DSL.select(columns).from(Sql.table(table)).where(pushed).orderBy(order);
        if (!limited) {
            return select;
        }
        int places = this.places.mark();
        return select.limit(Sql.place(places + 1, Storage.INTEGER).coerce(Long.class))
                .offset(Sql.place(places + 2, Storage.INTEGER).coerce(Long.class));
    }

    /** Returns the order in SQL, or empty if some level of it cannot be had there. */
    private Optional<List<SortField<Object>>> order() {
        ExpressionTranslator expressions = new ExpressionTranslator(table, places);
        List<SortField<Object>> order = new ArrayList<>();
        for (Sort sort : query.sorts()) {
            Optional<Field<Object>> field = sort.ignoreCase() ? Optional.empty() : expressions.sortable(sort.path());
            if (field.isEmpty()) {
                return Optional.empty();
            }
            order.add(level(sort, field.get()));
        }
        return Optional.of(order);
    }

    // To SQLite as to us null is the smallest. Saying so would be right, but keeps it from walking along an index.
    private SortField<Object> level(Sort sort, Field<Object> field) {
        SortField<Object> level = sort.descending() ? field.desc() : field.asc();
        boolean nullable =
                table.schema().field(sort.path().field()).orElseThrow().nullable();
        if (!nullable || sort.nullsFirst() != sort.descending()) {
            return level;
        }
        return sort.nullsFirst() ? level.nullsFirst() : level.nullsLast();
    }

    private int[] positions(Condition residual) {
        IntStream all = IntStream.range(0, table.columns().size());
        if (query.fields().isEmpty()) {
            return all.toArray();
        }
        Set<String> wanted = new HashSet<>(query.fields());
        wanted.addAll(Conditions.fieldsOf(residual));
        return all.filter(position ->
                        wanted.contains(table.columns().get(position).field().name()))
                .toArray();
    }
}
