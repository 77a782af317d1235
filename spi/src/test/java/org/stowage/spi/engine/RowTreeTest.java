package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class RowTreeTest {

    private static final EntitySchema PAIR = EntitySchema.named("pair")
            .required("id", ValueType.INT64)
            .optional("name", ValueType.TEXT)
            .key("id")
            .build();

    private final TupleOrder byName = TupleOrder.of(PAIR, List.of("name"));

    private record Version(RowTree tree, TreeSet<Row> rows) {}

    @Test
    void answersAsATreeSetDoesAndKeepsOldVersions() {
        Random random = Seeds.random("RowTreeTest");
        List<Version> versions = new ArrayList<>();
        RowTree tree = RowTree.empty(byName);
        TreeSet<Row> model = new TreeSet<>(byName);
        Edit edit = new Edit();
        for (int step = 0; step < 30_000; step++) {
            // Grows for a while and then shrinks, so that nodes split and join.
            boolean growing = step / 5_000 % 2 == 0;
            Row row = Row.of((long) random.nextInt(5_000), random.nextInt(10) == 0 ? null : "n" + random.nextInt(50));
            if (model.contains(row) && random.nextInt(10) < (growing ? 2 : 9)) {
                tree = tree.remove(row, edit);
                model.remove(row);
            } else if (growing || random.nextInt(20) == 0) {
                tree = tree.put(row, edit);
                model.remove(row);
                model.add(row);
            } else if (!model.isEmpty()) {
                Row some = tree.at(random.nextInt(tree.size()));
                tree = tree.remove(some, edit);
                model.remove(some);
            }
            if (step % 1_500 == 0) {
                versions.add(new Version(tree, new TreeSet<>(model)));
                edit = new Edit();
            }
        }
        versions.add(new Version(tree, model));
        versions.forEach(version -> assertSame(version, random));
    }

    @Test
    void holdsWhatItIsBuiltOf() {
        Random random = Seeds.random("RowTreeTest");
        for (int size : new int[] {0, 1, 2, 27, 28, 29, 31, 32, 33, 1_000, 30_000}) {
            TreeSet<Row> rows = new TreeSet<>(byName);
            for (long id = 0; id < size; id++) {
                rows.add(Row.of(id, "n" + random.nextInt(20)));
            }
            RowTree tree = RowTree.of(byName, rows.toArray(Row[]::new));
            assertSame(new Version(tree, rows), random);
            Edit edit = new Edit();
            for (Row row : List.copyOf(rows)) {
                tree = tree.remove(row, edit);
            }
            assertThat(tree.size()).isZero();
        }
    }

    private void assertSame(Version version, Random random) {
        List<Row> expected = List.copyOf(version.rows());
        RowTree tree = version.tree();
        assertThat(tree.size()).isEqualTo(expected.size());
        assertThat(read(tree, 0, tree.size(), false)).isEqualTo(expected);
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(tree.size() + 1);
            int to = from + random.nextInt(Math.min(200, tree.size() - from + 1));
            assertThat(read(tree, from, to, false)).isEqualTo(expected.subList(from, to));
            assertThat(read(tree, from, to, true))
                    .isEqualTo(expected.subList(from, to).reversed());
            if (from < tree.size()) {
                assertThat(tree.at(from)).isEqualTo(expected.get(from));
                assertThat(tree.rank(Edge.before(byName, expected.get(from), 2)))
                        .isEqualTo(from);
                assertThat(tree.rank(Edge.after(byName, expected.get(from), 2))).isEqualTo(from + 1);
                Object name = expected.get(from).get(1);
                long before = expected.stream()
                        .filter(row -> byName.compare(row, Row.of(Long.MIN_VALUE, name)) < 0)
                        .count();
                Edge start = Edge.before(byName, expected.get(from), 1);
                Edge end = Edge.after(byName, expected.get(from), 1);
                int after = tree.rank(end);
                assertThat(tree.rank(start)).isEqualTo((int) before);
                assertThat(tree.ranks(start, end, Long.MAX_VALUE)).containsExactly((int) before, after);
                assertThat(tree.ranks(start, end, 2)).containsExactly((int) before, (int) Math.min(before + 2, after));
            }
        }
    }

    private static List<Row> read(RowTree tree, int from, int to, boolean backward) {
        List<Row> rows = new ArrayList<>();
        TreeCursor cursor = tree.cursor(from, to, backward);
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            rows.add(row);
        }
        return rows;
    }
}
