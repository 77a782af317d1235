package org.stowage.spi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Key;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class RowCheckTest {

    private static final EntitySchema ITEM = EntitySchema.named("item")
            .required("id", ValueType.INT64)
            .required("price", new ValueType.Decimal(2))
            .optional("weight", ValueType.FLOAT64)
            .optional("name", ValueType.TEXT)
            .optional("picture", ValueType.BYTES)
            .optional("more", ValueType.parse("list(text)"))
            .key("id")
            .index(Index.on("name", "weight"))
            .build();

    private static final EntitySchema STOCK = EntitySchema.named("stock")
            .required("item", ValueType.DECIMAL)
            .required("place", ValueType.TEXT)
            .key("item", "place")
            .build();

    @Test
    void returnsNeutralRowsAsTheyAre() {
        Row row = Row.of(1L, new BigDecimal("9.99"), null, "tea", Bytes.of((byte) 1), List.of("a"));
        assertThat(ITEM.check(row)).isSameAs(row);
        Key key = Key.of(new BigDecimal("1.5"), "Ulm");
        assertThat(STOCK.check(key)).isSameAs(key);
    }

    @Test
    void normalisesTheOthers() {
        assertThat(ITEM.check(Row.of(1L, new BigDecimal("9.90"), -0.0, null, null, null)))
                .isEqualTo(Row.of(1L, new BigDecimal("9.9"), 0.0, null, null, null));
        assertThat(STOCK.check(Key.of(new BigDecimal("1.50"), "Ulm"))).isEqualTo(Key.of(new BigDecimal("1.5"), "Ulm"));
        assertThat(STOCK.check(Key.of(new BigDecimal("1.50"), "Ulm")))
                .hasSameHashCodeAs(Key.of(new BigDecimal("1.5"), "Ulm"));
    }

    @Test
    void namesTheFieldInEveryError() {
        assertThatThrownBy(() -> ITEM.check(Row.of(1L, new BigDecimal("9.999"), null, null, null, null)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("field 'price' of entity 'item': '9.999' is no decimal(2)")
                .satisfies(
                        error -> assertThat(((StoreException) error).entity()).contains("item"));
        assertThatThrownBy(() -> ITEM.check(Row.of("1", BigDecimal.ONE, null, null, null, null)))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageStartingWith("field 'id' of entity 'item': '1' of java.lang.String is no int64");
        assertThatThrownBy(() -> ITEM.check(Row.of(1L, new BigDecimal("1E+500"), null, null, null, null)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageStartingWith("field 'price' of entity 'item': ");
        assertThatThrownBy(() -> ITEM.check(Row.of(null, BigDecimal.ONE, null, null, null, null)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("field 'id' of entity 'item': null is not allowed; expected int64");
        assertThatThrownBy(() -> STOCK.check(Key.of(1L, "Ulm")))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageStartingWith("field 'item' of entity 'stock': ");
    }

    @Test
    void refusesTheWrongNumberOfValues() {
        assertThatThrownBy(() -> ITEM.check(Row.of(1L)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("a row of '1' values does not fit entity 'item': expected 6");
        assertThatThrownBy(() -> STOCK.check(Key.of("Ulm")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("a key of '1' values does not fit entity 'stock': expected 2 (item, place)");
    }

    @Test
    void limitsKeysAndIndexEntries() {
        BigDecimal number = new BigDecimal("12");
        int room = 1024 - 10;
        Key longest = Key.of(number, "x".repeat(room));
        assertThat(STOCK.check(longest)).isSameAs(longest);
        assertThat(STOCK.check(Row.of(number, "é".repeat(room / 2)))).isNotNull();
        for (String text : List.of("x".repeat(room + 1), "é".repeat(room / 2) + "x")) {
            assertThatThrownBy(() -> STOCK.check(Key.of(number, text)))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessage("the key (item, place) of entity 'stock' takes '1025' bytes: expected at most 1024");
            assertThatThrownBy(() -> STOCK.check(Row.of(number, text))).isInstanceOf(LimitExceededException.class);
        }
        assertThat(item("x".repeat(1024), null, null)).isNotNull();
        assertThatThrownBy(() -> item("x".repeat(1025), null, null))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("the index entry (name, weight) of entity 'item' takes '1025' bytes");
    }

    @Test
    void limitsRows() {
        Bytes picture = Bytes.of(new byte[16 * 1024 * 1024]);
        String most = "x".repeat(16 * 1024 * 1024 - 18);
        assertThat(item(null, picture, List.of(most))).isNotNull();
        assertThatThrownBy(() -> item(null, picture, List.of(most, "x")))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("takes '33554433' bytes")
                .hasMessageContaining("32 MiB");
    }

    private static Row item(@Nullable String name, @Nullable Bytes picture, @Nullable List<String> more) {
        return ITEM.check(Row.of(1L, new BigDecimal("12"), null, name, picture, more));
    }
}
