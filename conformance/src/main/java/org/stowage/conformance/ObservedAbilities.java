package org.stowage.conformance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.stowage.conformance.question.Extremes;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Access;
import org.stowage.spi.RowCounter;
import org.stowage.spi.Scan;
import org.stowage.spi.ScanExplainer;
import org.stowage.spi.ScanPlan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;
import org.stowage.spi.Unwrapping;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** What a provider is seen to do itself. */
final class ObservedAbilities {

    private static final EntitySchema THING = thing();

    private ObservedAbilities() {}

    private static EntitySchema thing() {
        EntitySchema.Builder builder = EntitySchema.named("thing").required("id", ValueType.INT64);
        for (int i = 0; i < Extremes.types().size(); i++) {
            builder.optional("f" + i, Extremes.types().get(i));
        }
        return builder.key("id").build();
    }

    private static List<Expression.Path> fields() {
        List<Expression.Path> fields = new ArrayList<>();
        for (int i = 0; i < Extremes.types().size(); i++) {
            fields.add(Expression.Path.of("f" + i, Extremes.types().get(i)));
        }
        return fields;
    }

    /**
     * Returns the abilities of a store.
     *
     * @param store is new, and is changed
     */
    static Set<Ability> of(Store store) {
        store.evolve(List.of(new SchemaChange.CreateEntity(THING)));
        Topic.insert(store, THING, Row.of(1L, true, 1L, 1.0, null, null, null, null, null, null, null, null, null));
        Set<Ability> found = EnumSet.noneOf(Ability.class);
        for (Access access : Access.values()) {
            try (Transaction transaction = store.begin(access, Topic.PATIENCE)) {
                note(found, Ability.COUNTS, transaction instanceof RowCounter);
                note(found, Ability.EXPLAINS, transaction instanceof ScanExplainer);
                note(found, Ability.UNWRAPS, store instanceof Unwrapping || transaction instanceof Unwrapping);
                note(found, Ability.FILTERS, filters().stream().allMatch(request -> filtered(transaction, request)));
                note(
                        found,
                        Ability.ORDERS,
                        orders().stream()
                                .allMatch(request -> plan(transaction, request).ordered()));
                note(
                        found,
                        Ability.LIMITS,
                        limits().stream()
                                .allMatch(request -> plan(transaction, request).limited()));
            }
        }
        return found;
    }

    private static void note(Set<Ability> found, Ability ability, boolean there) {
        if (there) {
            found.add(ability);
        }
    }

    private static boolean filtered(Transaction transaction, ScanRequest request) {
        return plan(transaction, request).residual().equals(Condition.ALWAYS);
    }

    /** Returns how a request is answered, as the provider explains it if it does, or as its scan says. */
    private static ScanPlan plan(Transaction transaction, ScanRequest request) {
        if (transaction instanceof ScanExplainer explainer) {
            return explainer.explain(request);
        }
        try (Scan scan = transaction.scan(request)) {
            return new ScanPlan(List.of(), scan.residual(), scan.ordered(), scan.limited());
        }
    }

    private static List<ScanRequest> filters() {
        List<Condition> conditions = new ArrayList<>();
        for (Expression.Path field : fields()) {
            Expression value = new Expression.Literal(
                    Objects.requireNonNull(Extremes.of(field.type()).get(1)), field.type());
            for (Condition.Relation relation : Condition.Relation.values()) {
                conditions.add(new Condition.Comparison(relation, field, value));
            }
            conditions.add(new Condition.Between(field, value, value));
            conditions.add(new Condition.In(field, List.of(value, value)));
            conditions.add(new Condition.IsNull(field));
            conditions.add(new Condition.Not(new Condition.IsNull(field)));
            if (field.type().equals(ValueType.TEXT)) {
                Expression part = new Expression.Literal("a", ValueType.TEXT);
                conditions.add(new Condition.Contains(Condition.Place.START, field, part));
                conditions.add(
                        new Condition.Like(field, new Expression.Literal("a%", ValueType.TEXT), OptionalInt.empty()));
            }
        }
        Condition first = conditions.get(0);
        Condition last = conditions.get(conditions.size() - 1);
        conditions.add(new Condition.And(List.of(first, last)));
        conditions.add(new Condition.Or(List.of(first, last)));
        conditions.add(new Condition.Not(new Condition.Or(List.of(first, last))));
        return conditions.stream()
                .map(condition -> Question.where("thing", condition).request(THING))
                .toList();
    }

    private static List<ScanRequest> orders() {
        List<ScanRequest> requests = new ArrayList<>();
        for (Expression.Path field : fields()) {
            requests.add(Question.sorted("thing", Sort.ascending(field)).request(THING));
            requests.add(Question.sorted("thing", Sort.descending(field)).request(THING));
            requests.add(
                    Question.sorted("thing", new Sort(field, true, true, false)).request(THING));
        }
        return requests;
    }

    private static List<ScanRequest> limits() {
        Expression.Path number = fields().get(1);
        Condition condition = new Condition.Comparison(
                Condition.Relation.GREATER, number, new Expression.Literal(0L, ValueType.INT64));
        return List.of(
                Question.sorted("thing").part(0, 5).request(THING),
                Question.sorted("thing", Sort.descending(number)).part(5, 5).request(THING),
                Question.of("thing", condition, List.of(Sort.ascending(number)))
                        .part(1, 2)
                        .request(THING));
    }
}
