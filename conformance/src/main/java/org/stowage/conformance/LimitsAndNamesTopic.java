package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Condition.Relation.EQUAL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Store;
import org.stowage.spi.change.Change;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.schema.SchemaChange;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;
import org.stowage.store.OpenStore;

/** Section 7, and the limits of sections 2 and 4: what is just allowed works everywhere, and what is just not, nowhere. */
abstract class LimitsAndNamesTopic extends Topic {

    private static final EntitySchema THING = EntitySchema.named("thing")
            .required("id", ValueType.TEXT)
            .optional("name", ValueType.TEXT)
            .optional("number", ValueType.INT64)
            .key("id")
            .index(Index.on("name"))
            .build();

    private static final Expression NUMBER = Expression.Path.of("number", ValueType.INT64);
    private static final Expression NAME = Expression.Path.of("name", ValueType.TEXT);

    LimitsAndNamesTopic(ProviderHarness harness) {
        super(harness);
    }

    @Test
    @Proves(Rule.NAMES)
    void keepsNamesApartThatDifferInCaseOrScript() {
        List<EntitySchema> odd = new ArrayList<>();
        for (String name :
                List.of("select", "Select", "größe", "Größe", "表", "$", "_a", "_A", "con", "x".repeat(200))) {
            odd.add(EntitySchema.named(name)
                    .required("id", ValueType.INT64)
                    .optional("order", ValueType.TEXT)
                    .optional("Order", ValueType.TEXT)
                    .optional("größe", ValueType.INT64)
                    .key("id")
                    .index(Index.unique("order", "Order"))
                    .build());
        }
        Store store = open();
        store.evolve(
                odd.stream().<SchemaChange>map(SchemaChange.CreateEntity::new).toList());
        for (int i = 0; i < odd.size(); i++) {
            insert(store, odd.get(i), Row.of((long) i, "lower", "upper", 1L));
        }

        Store again = reopened(store);

        for (int i = 0; i < odd.size(); i++) {
            assertThat(rows(again, odd.get(i)))
                    .as("rows of '%s'", odd.get(i).name())
                    .containsExactly(Row.of((long) i, "lower", "upper", 1L));
        }
    }

    @Test
    @Proves(Rule.ROW_LIMITS)
    void takesAsManyFieldsAsThereMayBe() {
        EntitySchema.Builder most = EntitySchema.named("wide").required("id", ValueType.INT64);
        Object[] values = new Object[EntitySchema.MAX_FIELDS];
        values[0] = 1L;
        for (int i = 1; i < EntitySchema.MAX_FIELDS; i++) {
            most.required("f" + i, ValueType.INT64);
            values[i] = (long) i;
        }
        EntitySchema wide = most.key("id").build();
        Store store = openWith(wide);
        insert(store, wide, Row.of(values));

        assertThat(rows(reopened(store), wide)).containsExactly(Row.of(values));
        assertThatThrownBy(() -> most.required("oneMore", ValueType.INT64).build())
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    @Proves(Rule.ROW_LIMITS)
    void takesKeysAndIndexEntriesOfAsManyBytesAsTheyMayHave() {
        // Of two bytes each, as UTF-8 counts.
        String longest = "ä".repeat(EntitySchema.MAX_ENTRY_BYTES / 2);
        try (OpenStore store = openGuarded(THING)) {
            store.write(transaction -> transaction.apply(new Change.Insert(
                    "thing", List.of(Row.of(longest, longest, 1L), Row.of("b" + longest.substring(1), null, 2L)))));
            for (Row row : List.of(Row.of(longest + "b", null, 3L), Row.of("c", longest + "c", 3L))) {
                assertThatThrownBy(() ->
                                store.write(transaction -> transaction.apply(new Change.Insert("thing", List.of(row)))))
                        .isInstanceOf(LimitExceededException.class);
            }
            assertThat(stored(store, "thing", Key.of(longest))).contains(Row.of(longest, longest, 1L));
        }
    }

    @Test
    @Proves(Rule.QUERY_LIMITS)
    void refusesQueriesWithoutEnd() {
        refuses(new Condition.Or(Collections.nCopies(501, compare(EQUAL, NUMBER, number(1)))));
        Condition deep = compare(EQUAL, NUMBER, number(1));
        for (int i = 0; i < 65; i++) {
            deep = new Condition.Not(new Condition.And(List.of(deep, compare(EQUAL, NUMBER, number(i)))));
        }
        refuses(deep);
        refuses(new Condition.In(NUMBER, Collections.nCopies(10_001, number(1))));
        refuses(new Condition.Like(NAME, text("%".repeat(1_001)), OptionalInt.empty()));
    }

    private static void refuses(Condition condition) {
        assertThatThrownBy(() -> Question.where("thing", condition).request(THING))
                .isInstanceOf(LimitExceededException.class);
    }

    private static Condition compare(Condition.Relation relation, Expression left, Expression right) {
        return new Condition.Comparison(relation, left, right);
    }

    private static Expression number(long value) {
        return new Expression.Literal(value, ValueType.INT64);
    }

    private static Expression text(String value) {
        return new Expression.Literal(value, ValueType.TEXT);
    }
}
