package org.stowage.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.error.UniqueViolatedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class TableBuilderTest {

    private static final ValueType COLOUR = new ValueType.Enumeration(List.of("red", "blue", "green"));

    private static final EntitySchema ALL = EntitySchema.named("all")
            .required("part", ValueType.INT64)
            .required("id", ValueType.INT64)
            .optional("number", ValueType.INT64)
            .optional("text", ValueType.TEXT)
            .optional("decimal", ValueType.DECIMAL)
            .optional("real", ValueType.FLOAT64)
            .optional("instant", ValueType.INSTANT)
            .optional("uuid", ValueType.UUID)
            .optional("colour", COLOUR)
            .optional("flag", ValueType.BOOLEAN)
            .key("part", "id")
            .index(Index.on("id"))
            .index(Index.on("number"))
            .index(Index.on("text"))
            .index(Index.on("decimal"))
            .index(Index.on("real"))
            .index(Index.on("instant"))
            .index(Index.on("uuid"))
            .index(Index.on("colour"))
            .index(Index.on("flag"))
            .index(Index.on("flag", "text", "number"))
            .index(Index.unique("colour", "id", "text"))
            .build();

    // What code point order and that of characters differ in, and what is longer than the start that is looked at
    // first.
    private static final String[] PIECES = {
        "a",
        "b",
        "common start ",
        "\u0001",
        "\u007f",
        "\u0080",
        "é",
        "\uffff",
        "\ue000",
        "\ud83d\ude00",
        "\ud83d\ude01",
        "\ud800\udc00"
    };

    /** What two characters that differ have in common. */
    private static final String HALF = "\ud83d";

    private static final double[] REALS = {0, 1, -1, 0.5, -0.5, Double.MAX_VALUE, -Double.MIN_VALUE, Double.MIN_VALUE};
    private static final String[] DECIMALS = {
        "0", "1E-499", "-1E-499", "1E+400", "-1E+400", "-1E+401", "0.1", "0.10000000000000000001", "-0.1"
    };

    @Test
    void sortsEveryIndexByTheOneOrder() {
        Random random = Seeds.random("TableBuilderTest");
        for (int size : new int[] {0, 1, 2, 3_000}) {
            for (String start : List.of("", "common start ", HALF)) {
                Row[] rows = rows(size, start, random);
                Table table = new TableBuilder(new TableShape(ALL), new RowErrors("shop")).build(rows.clone());
                for (RowTree tree : table.trees()) {
                    Arrays.sort(rows, tree.order());
                    assertThat(rows(tree)).containsExactly(rows);
                }
            }
        }
    }

    @Test
    void findsARowThatClashesInAUniqueIndexAmongManyThatBeginAlike() {
        List<Row> rows = new ArrayList<>();
        for (long id = 0; id < 1_000; id++) {
            rows.add(Shops.item(id, "a code of some length " + (id == 900 ? 17 : id)));
        }

        assertThatThrownBy(() -> Engine.named("shop").load(Shops.ITEM, rows.iterator()))
                .isInstanceOf(UniqueViolatedException.class)
                .hasMessageContaining("'a code of some length 17'");
    }

    private static Row[] rows(int size, String start, Random random) {
        Row[] rows = new Row[size];
        for (int i = 0; i < size; i++) {
            rows[i] = Row.of(
                    (long) random.nextInt(3),
                    (long) i,
                    orNull(random, random.nextBoolean() ? random.nextLong() : Long.MIN_VALUE),
                    orNull(random, text(random.nextInt(50) == 0 ? "" : start, random)),
                    orNull(random, new BigDecimal(DECIMALS[random.nextInt(DECIMALS.length)])),
                    orNull(random, REALS[random.nextInt(REALS.length)]),
                    orNull(random, Instant.ofEpochSecond(random.nextInt(20) - 10, random.nextInt(3))),
                    orNull(random, new UUID(random.nextInt(4) - 2, random.nextInt(4) - 2)),
                    orNull(random, List.of("red", "blue", "green").get(random.nextInt(3))),
                    orNull(random, random.nextBoolean()));
        }
        return rows;
    }

    private static @Nullable Object orNull(Random random, Object value) {
        return random.nextInt(20) == 0 ? null : value;
    }

    private static String text(String start, Random random) {
        StringBuilder text = new StringBuilder(start);
        if (start.equals(HALF)) {
            text.append(random.nextBoolean() ? '\ude00' : '\ude01');
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES[random.nextInt(random.nextBoolean() ? 2 : PIECES.length)]);
        }
        return text.toString();
    }

    private static List<Row> rows(RowTree tree) {
        List<Row> rows = new ArrayList<>();
        TreeCursor cursor = tree.cursor(0, tree.size(), false);
        for (Row row = cursor.next(); row != null; row = cursor.next()) {
            rows.add(row);
        }
        return rows;
    }
}
