package org.stowage.spi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.TypeMismatchException;

class ValueOrderTest {

    @Test
    void ordersEveryType() {
        assertAscending(ValueType.BOOLEAN, false, true);
        assertAscending(ValueType.INT64, Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE);
        assertAscending(ValueType.FLOAT64, -Double.MAX_VALUE, -1.0, 0.0, Double.MIN_VALUE, 1.0, Double.MAX_VALUE);
        assertAscending(
                ValueType.DECIMAL,
                new BigDecimal("-1E+2"),
                new BigDecimal("-1"),
                BigDecimal.ZERO,
                new BigDecimal("0.5"),
                BigDecimal.TEN);
        assertAscending(
                ValueType.TEXT,
                "",
                "A",
                "AA",
                "Z",
                "a",
                "é",
                "\uD7FF",
                "\uE000",
                "\uFFFD",
                "\uFFFF",
                "😀",
                "😀a",
                "😁",
                "\uDBFF\uDFFF");
        assertAscending(
                ValueType.BYTES,
                Bytes.of(),
                Bytes.of((byte) 0),
                Bytes.of((byte) 127),
                Bytes.of((byte) 127, (byte) 0),
                Bytes.of((byte) -1));
        assertAscending(
                ValueType.UUID,
                new UUID(0, 0),
                new UUID(0, 1),
                new UUID(0, -1),
                new UUID(1, 0),
                new UUID(Long.MAX_VALUE, 0),
                new UUID(-1, 0));
        assertAscending(ValueType.INSTANT, Instant.EPOCH.minusNanos(1), Instant.EPOCH, Instant.EPOCH.plusNanos(1));
        assertAscending(ValueType.DATE, LocalDate.of(1, 1, 1), LocalDate.EPOCH, LocalDate.of(9999, 12, 31));
        assertAscending(ValueType.TIME, LocalTime.MIN, LocalTime.NOON, LocalTime.MAX);
        assertAscending(ValueType.DATETIME, LocalDate.EPOCH.atStartOfDay(), LocalDate.EPOCH.atTime(LocalTime.MAX));
        assertAscending(ValueType.parse("enum(SMALL,MEDIUM,LARGE)"), "SMALL", "MEDIUM", "LARGE");
    }

    private static void assertAscending(ValueType type, Object... values) {
        Comparator<Object> order = type.order();
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                assertThat(Integer.signum(order.compare(values[i], values[j])))
                        .as("%s and %s", values[i], values[j])
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void ordersTextAsItsBytes() {
        Random random = Seeds.random("ValueOrderTest");
        int[] near = {0x61, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10400, 0x10FFFF};
        Comparator<Object> order = ValueType.TEXT.order();
        for (int i = 0; i < 100_000; i++) {
            String left = text(random, near);
            String right = text(random, near);
            int bytes = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
            if (Integer.signum(order.compare(left, right)) != Integer.signum(bytes)) {
                fail("wrong order: '%s' and '%s'", left, right);
            }
        }
    }

    private static String text(Random random, int[] characters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    @Test
    void ordersUuidsAsTheirText() {
        Random random = Seeds.random("ValueOrderTest");
        List<UUID> values = random.longs(200)
                .mapToObj(high -> new UUID(high, random.nextLong()))
                .toList();
        for (UUID left : values) {
            assertThat(UuidCode.decode(UuidCode.encode(left))).isEqualTo(left);
            for (UUID right : values) {
                int texts = UuidCode.encode(left).compareTo(UuidCode.encode(right));
                assertThat(Integer.signum(ValueType.UUID.order().compare(left, right)))
                        .isEqualTo(Integer.signum(texts));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0fb5c7d2-4e5f-4b1c-9a53-6c1d2e3f4a5",
                "0fb5c7d2-4e5f-4b1c-9a53-6c1d2e3f4a5b ",
                "0FB5C7D2-4E5F-4B1C-9A53-6C1D2E3F4A5B",
                "0fb5c7d24e5f-4b1c-9a53-6c1d2e3f4a5b-",
                "0fb5c7d2-4e5f-4b1c-9a53-6c1d2e3f4a5g",
                "{fb5c7d2-4e5f-4b1c-9a53-6c1d2e3f4a5b",
                "0fb5c7d2-4e5f-4b1c-9a53-6c1d2e3f4a5-",
                "0fb5c7d2_4e5f-4b1c-9a53-6c1d2e3f4a5b",
                "٠fb5c7d2-4e5f-4b1c-9a53-6c1d2e3f4a5b"
            })
    void readsNoOtherUuid(String text) {
        assertThatThrownBy(() -> UuidCode.decode(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'" + text + "' is no UUID");
    }

    @Test
    void hasNoOrderForListsAndStructures() {
        assertThatThrownBy(() -> ValueType.parse("list(text)").order())
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("'list(text)' has no order");
        assertThatThrownBy(() -> ValueType.parse("struct(a text)").order()).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void comparesDeclaredNamesOnly() {
        assertThatThrownBy(() -> ValueType.parse("enum(A,B)").order().compare("A", "C"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'C'");
    }
}
