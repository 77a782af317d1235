package org.stowage.spi.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void sharesNothingWithItsMakerOrItsReader() {
        @Nullable Object[] values = {1L, null};
        Row row = Row.of(values);
        values[0] = 2L;
        row.toArray()[0] = 3L;
        assertThat(row.with(0, 4L)).isEqualTo(Row.of(4L, null));
        assertThat(row)
                .isEqualTo(Row.of(1L, null))
                .hasSameHashCodeAs(Row.of(1L, null))
                .hasToString("[1, null]");
    }

    @Test
    void bytesShareNothingEither() {
        byte[] content = {1, 2};
        Bytes bytes = Bytes.of(content);
        content[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes).isEqualTo(Bytes.of((byte) 1, (byte) 2)).hasToString("0x0102");
        assertThat(bytes.get(1)).isEqualTo((byte) 2);
        assertThat(Bytes.of(new byte[17])).hasToString("0x" + "00".repeat(16) + "… (17 bytes)");
    }

    @Test
    void keepsWhatTheFirstDerivedTwice() {
        Object owner = new Object();
        Row row = Row.of(1L, "x");
        List<String> made = List.of(
                row.derived(owner, Row::toString),
                row.derived(owner, Row::toString),
                row.derived(owner, Row::toString));
        assertThat(made).containsOnly("[1, x]");
        assertThat(made.get(0)).isNotSameAs(made.get(1));
        assertThat(made.get(1)).isSameAs(made.get(2));

        Object another = new Object();
        assertThat(row.derived(another, Row::size)).isEqualTo(2);
        assertThat(row.derived(another, Row::size)).isEqualTo(2);
        assertThat(row.derived(owner, Row::toString)).isSameAs(made.get(2));
        assertThat(row).isEqualTo(Row.of(1L, "x")).hasSameHashCodeAs(Row.of(1L, "x"));
    }

    @Test
    void knowsTheWholeNumberThatItBeginsWith() {
        assertThat(Row.of(7L, 8L).leading()).isEqualTo(7);
        assertThat(Row.of(7L, 8L).with(0, 9L).leading()).isEqualTo(9);
        assertThat(Row.of("x", 8L).leading()).isZero();
        assertThat(Row.of().leading()).isZero();
    }

    @Test
    void keysAreEqualByTheirValues() {
        assertThat(Key.of(1L))
                .isEqualTo(Key.of(1L))
                .hasSameHashCodeAs(Key.of(1L))
                .hasToString("1");
        assertThat(Key.of(1L, "a"))
                .isEqualTo(Key.of(1L, "a"))
                .isNotEqualTo(Key.of("a", 1L))
                .isNotEqualTo(Key.of(1L, "b"))
                .hasSameHashCodeAs(Key.of(1L, "a"))
                .hasToString("(1, a)");
    }

    @Test
    void isEqualToNothingElse() {
        assertThat(Row.of(1L)).isNotEqualTo(Key.of(1L)).isNotEqualTo(Row.of(2L));
        assertThat(Key.of(1L)).isNotEqualTo(Row.of(1L));
        assertThat(Bytes.of((byte) 1)).isNotEqualTo(Row.of((byte) 1)).isNotEqualTo(Bytes.of((byte) 2));
    }
}
