package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stowage.spi.query.Places.SCHEMA;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.value.Row;

class RowOrderTest {

    @Test
    void nullIsTheSmallestUnlessTheSortSaysOtherwise() {
        Sort ascending = Sort.ascending(path("people"));
        assertThat(sorted(ascending, 2L, null, 1L)).containsExactly(null, 1L, 2L);
        assertThat(sorted(Sort.descending(path("people")), 2L, null, 1L)).containsExactly(2L, 1L, null);
        assertThat(sorted(new Sort(path("people"), false, false, false), 2L, null, 1L))
                .containsExactly(1L, 2L, null);
        assertThat(sorted(new Sort(path("people"), true, true, false), 2L, null, 1L))
                .containsExactly(null, 2L, 1L);
        assertThat(sorted(ascending.reversed(), 2L, null, 1L)).containsExactly(2L, 1L, null);
    }

    @Test
    void textIsInTheOrderOfCodePoints() {
        assertThat(sorted(Sort.ascending(path("name")), "\uD83D\uDE00", "b", "\uFFFD", "B", "é", ""))
                .containsExactly("", "B", "b", "é", "\uFFFD", "\uD83D\uDE00");
    }

    @Test
    void ignoresCaseWhenAsked() {
        Sort sort = Sort.ascending(path("name")).ignoringCase();
        assertThat(sorted(sort, "b", "A", "C", null)).containsExactly(null, "A", "b", "C");
        Comparator<Row> order = Evaluator.order(SCHEMA, List.of(sort));
        assertThat(order.compare(row(1, "STRASSE", null), row(2, "straße", null)))
                .isZero();
    }

    @Test
    void laterSortsDecideTies() {
        Comparator<Row> order = Evaluator.order(
                SCHEMA,
                List.of(Sort.ascending(path("people")), Sort.descending(path("name")), Sort.ascending(path("id"))));
        List<Row> rows = new ArrayList<>(
                List.of(row(3, "a", 1L), row(2, "b", 1L), row(1, "b", 1L), row(0, "a", 2L), row(4, null, null)));
        rows.sort(order);
        assertThat(rows).extracting(row -> row.get(0)).containsExactly(4L, 1L, 2L, 3L, 0L);
    }

    @Test
    void aNullStructureIsNullWithin() {
        int position = SCHEMA.position("address");
        Row near = row(1, null, null).with(position, Row.of(null, 1L));
        Row nowhere = row(2, null, null);
        Comparator<Row> order = Evaluator.order(SCHEMA, List.of(Sort.ascending(path("address.number"))));
        assertThat(order.compare(nowhere, near)).isNegative();
        Comparator<Row> byStreet = Evaluator.order(SCHEMA, List.of(Sort.ascending(path("address.street"))));
        assertThat(byStreet.compare(nowhere, near)).isZero();
    }

    private static List<@Nullable Object> sorted(Sort sort, @Nullable Object... values) {
        int position = SCHEMA.position(sort.path().field());
        List<Row> rows = new ArrayList<>();
        for (Object value : Arrays.asList(values)) {
            rows.add(row(rows.size(), null, null).with(position, value));
        }
        rows.sort(Evaluator.order(SCHEMA, List.of(sort)));
        List<@Nullable Object> sorted = new ArrayList<>();
        rows.forEach(row -> sorted.add(row.get(position)));
        return sorted;
    }
}
