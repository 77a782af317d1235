package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stowage.conformance.question.Question;
import org.stowage.spi.Store;
import org.stowage.spi.change.Change;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Keyset;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Section 3: the order of a result, and parts of it. */
abstract class OrderAndPagesTopic extends Topic {

    private static final EntitySchema CITY = EntitySchema.named("city")
            .required("id", ValueType.INT64)
            .optional("name", ValueType.TEXT)
            .optional("size", ValueType.INT64)
            .key("id")
            .index(Index.on("size"))
            .build();

    /** More than ten times as many as there are, and so no end of them. */
    private static final long MOST_PAGES = 200;

    private static final Expression.Path NAME = Expression.Path.of("name", ValueType.TEXT);
    private static final Expression.Path SIZE = Expression.Path.of("size", ValueType.INT64);

    private Store store;

    OrderAndPagesTopic(ProviderHarness harness) {
        super(harness);
    }

    @BeforeEach
    void store() {
        store = openWith(CITY);
        insert(
                store,
                CITY,
                Row.of(6L, "b", 2L),
                Row.of(1L, "b", 1L),
                Row.of(5L, null, 1L),
                Row.of(2L, "B", null),
                Row.of(4L, "a", 2L),
                Row.of(3L, null, null));
    }

    @Test
    @Proves(Rule.TOTAL_ORDER)
    void ordersByKeyIfNothingElseIsAsked() {
        expect(Question.sorted("city"), 1, 2, 3, 4, 5, 6);
        expect(Question.sorted("city", Sort.descending(Expression.Path.of("id", ValueType.INT64))), 6, 5, 4, 3, 2, 1);
    }

    @Test
    @Proves(Rule.NULL_IS_SMALLEST)
    void putsNullFirstAscendingAndLastDescending() {
        expect(Question.sorted("city", Sort.ascending(SIZE)), 2, 3, 1, 5, 4, 6);
        expect(Question.sorted("city", Sort.descending(SIZE)), 4, 6, 1, 5, 2, 3);
    }

    @Test
    @Proves(Rule.NULL_IS_SMALLEST)
    void putsNullWhereTheSortSays() {
        expect(Question.sorted("city", new Sort(SIZE, false, false, false)), 1, 5, 4, 6, 2, 3);
        expect(Question.sorted("city", new Sort(SIZE, true, true, false)), 2, 3, 4, 6, 1, 5);
    }

    @Test
    @Proves(Rule.TOTAL_ORDER)
    void breaksTiesByTheNextSortAndThenByKey() {
        expect(Question.sorted("city", Sort.ascending(SIZE), Sort.descending(NAME)), 2, 3, 1, 5, 6, 4);
        expect(Question.sorted("city", Sort.ascending(NAME), Sort.descending(SIZE)), 5, 3, 2, 4, 6, 1);
    }

    @Test
    @Proves(Rule.CASE_FOLDING)
    void ordersWithoutRegardToCaseIfAsked() {
        expect(Question.sorted("city", Sort.ascending(NAME)), 3, 5, 2, 4, 1, 6);
        expect(Question.sorted("city", Sort.ascending(NAME).ignoringCase()), 3, 5, 4, 1, 2, 6);
    }

    @Test
    @Proves(Rule.LIMIT_AFTER_ORDER)
    void takesTheWantedPartOfTheOrderedResult() {
        Question bySize = Question.sorted("city", Sort.ascending(SIZE));
        expect(bySize.part(0, 2), 2, 3);
        expect(bySize.part(2, 3), 1, 5, 4);
        expect(bySize.part(5, 10), 6);
        expect(bySize.part(6, 10));
        expect(bySize.part(Long.MAX_VALUE, Long.MAX_VALUE));
        expect(bySize.part(0, 0));
        expect(bySize.part(3, 0));
    }

    @Test
    @Proves(Rule.LIMIT_AFTER_FILTER)
    void limitsOnlyWhatMatches() {
        Condition small =
                new Condition.Comparison(Condition.Relation.LESS, SIZE, new Expression.Literal(2L, ValueType.INT64));
        Condition large =
                new Condition.Comparison(Condition.Relation.EQUAL, SIZE, new Expression.Literal(2L, ValueType.INT64));
        expect(Question.of("city", small, List.of()).part(0, 2), 1, 5);
        expect(Question.of("city", large, List.of()).part(0, 1), 4);
        expect(Question.of("city", large, List.of()).part(1, 1), 6);
        expect(
                Question.of("city", new Condition.Not(new Condition.IsNull(NAME)), List.of(Sort.descending(NAME)))
                        .part(1, 2),
                6,
                4);
    }

    @Test
    @Proves(Rule.CURSOR)
    void continuesBehindEveryRowInBothDirections() {
        List<List<Sort>> orders = List.of(
                List.of(),
                List.of(Sort.ascending(SIZE)),
                List.of(Sort.descending(SIZE), Sort.ascending(NAME)),
                List.of(new Sort(NAME, false, false, false)),
                List.of(Sort.descending(NAME).ignoringCase()));
        for (List<Sort> order : orders) {
            List<Sort> total = Query.of(CITY, Condition.ALWAYS, order).sorts();
            List<Row> all = ask(store, CITY, Question.of("city", Condition.ALWAYS, total));
            Keyset keyset = Keyset.of(CITY, total);
            for (int i = 0; i < all.size(); i++) {
                List<@Nullable Object> position = keyset.positionOf(all.get(i));
                assertThat(ask(store, CITY, Question.of("city", keyset.after(position), total)))
                        .as("behind %s by %s", all.get(i), order)
                        .isEqualTo(all.subList(i + 1, all.size()));
                Keyset back = keyset.reversed();
                assertThat(ask(store, CITY, Question.of("city", back.after(position), back.sorts())))
                        .as("before %s by %s", all.get(i), order)
                        .isEqualTo(all.subList(0, i).reversed());
            }
        }
    }

    @Test
    @Proves(Rule.CURSOR)
    void neitherRepeatsNorSkipsARowWhileOthersComeAndGo() {
        List<Sort> total =
                Query.of(CITY, Condition.ALWAYS, List.of(Sort.ascending(SIZE))).sorts();
        Keyset keyset = Keyset.of(CITY, total);
        for (long id = 100; id < 130; id++) {
            insert(store, CITY, Row.of(id, "untouched", id % 3 == 0 ? null : id % 4));
        }
        List<Row> seen = new ArrayList<>();
        Condition after = Condition.ALWAYS;
        for (long round = 0; ; round++) {
            assertThat(round).as("pages, of which there is no end").isLessThan(MOST_PAGES);
            List<Row> page = ask(store, CITY, Question.of("city", after, total).part(0, 4));
            if (page.isEmpty()) {
                break;
            }
            seen.addAll(page);
            after = keyset.after(keyset.positionOf(page.get(page.size() - 1)));
            // Some come before the position, some behind it; some go, the last of the page among them.
            insert(store, CITY, Row.of(1000 + round, "comes", round % 5), Row.of(-1 - round, "comes", null));
            Row last = page.get(page.size() - 1);
            boolean untouched = "untouched".equals(last.get(1));
            List<Change.Target> targets = untouched
                    ? List.of(Change.Target.any(Key.of(1000 + round)))
                    : List.of(Change.Target.any(CITY.keyOf(last)), Change.Target.any(Key.of(-1 - round)));
            write(store, new Change.Delete("city", targets, true));
        }

        List<Object> untouched = new ArrayList<>();
        seen.stream().filter(row -> "untouched".equals(row.get(1))).forEach(row -> untouched.add(row.get(0)));
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(untouched).hasSize(30);
    }

    @Test
    @Proves(Rule.EMPTY_PARTS)
    void givesNothingBeyondTheEndAndRefusesLessThanNothing() {
        Question all = Question.sorted("city");
        expect(all.part(0, 0));
        expect(all.part(6, 1));
        expect(all.part(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThatThrownBy(() -> all.part(0, -1).request(CITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> all.part(-1, 1).request(CITY)).isInstanceOf(IllegalArgumentException.class);
    }

    private void expect(Question question, long... ids) {
        List<Object> found = new ArrayList<>();
        ask(store, CITY, question).forEach(row -> found.add(row.get(0)));
        assertThat(found)
                .as("ids of the rows for %s", question)
                .isEqualTo(Arrays.stream(ids).boxed().toList());
    }
}
