package org.stowage.jsonfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stowage.spi.Store;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Bytes;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Every type, at its extremes, through the journal and through the file. */
class ValueRoundTripTest {

    @TempDir
    Path folder;

    static Stream<Arguments> values() {
        ValueType.Struct inner = new ValueType.Struct(
                List.of(Field.required("a", ValueType.INT64), Field.optional("b", ValueType.DECIMAL)));
        BigDecimal longest = new BigDecimal(BigInteger.TEN.pow(100).subtract(BigInteger.ONE));
        return Stream.of(
                Arguments.of(ValueType.BOOLEAN, List.of(true, false)),
                Arguments.of(
                        ValueType.INT64,
                        List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) - 1, 1L << 53, -(1L << 53))),
                Arguments.of(
                        ValueType.FLOAT64,
                        List.of(0.0, -0.1, Double.MAX_VALUE, Double.MIN_VALUE, 1e21, 0.1 + 0.2, 2.0)),
                Arguments.of(
                        ValueType.DECIMAL,
                        List.of(
                                new BigDecimal("0"),
                                new BigDecimal("-12.5"),
                                new BigDecimal("1E+2"),
                                longest,
                                new BigDecimal("1E+499"),
                                new BigDecimal("1E-500"))),
                Arguments.of(new ValueType.Decimal(3), List.of(new BigDecimal("1.5"), new BigDecimal("-0.001"))),
                Arguments.of(
                        ValueType.TEXT,
                        List.of(
                                "",
                                " ",
                                "\"\\/\b\f\n\r\t\u0001\u007f\u0085\u2028\u2029",
                                "\uffff\ufeff\ud83d\ude00\udbff\udfff",
                                "null",
                                "\u00e4\u0130\u0131",
                                "x".repeat(100_000))),
                Arguments.of(
                        ValueType.BYTES,
                        List.of(
                                Bytes.of(),
                                Bytes.of((byte) 0),
                                Bytes.of((byte) -1, (byte) 127),
                                Bytes.of(new byte[5000]))),
                Arguments.of(ValueType.UUID, List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(1L << 63, 1))),
                Arguments.of(
                        ValueType.INSTANT,
                        List.of(
                                Instant.parse("0001-01-01T00:00:00Z"),
                                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                                Instant.parse("1969-12-31T23:59:59.000000001Z"))),
                Arguments.of(
                        ValueType.DATE,
                        List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(2024, 2, 29))),
                Arguments.of(ValueType.TIME, List.of(LocalTime.MIN, LocalTime.MAX, LocalTime.of(12, 0))),
                Arguments.of(
                        ValueType.DATETIME,
                        List.of(
                                LocalDateTime.of(1, 1, 1, 0, 0),
                                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999))),
                Arguments.of(
                        new ValueType.Enumeration(List.of("B", "A", "with space")), List.of("A", "B", "with space")),
                Arguments.of(new ValueType.ListOf(ValueType.TEXT), List.of(List.of(), List.of("a", "a", ""))),
                Arguments.of(
                        new ValueType.ListOf(new ValueType.ListOf(inner)),
                        List.of(List.of(List.of(Row.of(1L, null)), List.of()))),
                Arguments.of(
                        new ValueType.Struct(List.of(Field.required("in", inner), Field.optional("t", ValueType.TIME))),
                        List.of(Row.of(Row.of(Long.MIN_VALUE, new BigDecimal("0.5")), null))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void keepsEveryValue(ValueType type, List<Object> values) {
        EntitySchema schema = EntitySchema.named("value")
                .required("id", ValueType.INT64)
                .optional("value", type)
                .key("id")
                .build();
        SimulatedFolder simulated = new SimulatedFolder();
        Store crashing = JsonFileStore.open(
                new StoreErrors("shop"), simulated, Folder.Writing.THROUGH, Long.MAX_VALUE, () -> {});
        Row[] rows = new Row[values.size() + 1];
        for (int i = 0; i < values.size(); i++) {
            rows[i] = Row.of((long) i, values.get(i) == null ? null : type.check(values.get(i)));
        }
        rows[values.size()] = Row.of((long) values.size(), null);
        Stores.create(crashing, schema);
        Stores.insert(crashing, "value", rows);
        SimulatedFolder left = simulated.afterKill();
        // The first opening reads the journal and folds it, the second one reads the file.
        for (int opening = 1; opening <= 2; opening++) {
            try (Store store = JsonFileStore.open(
                    new StoreErrors("shop"), left, Folder.Writing.THROUGH, Long.MAX_VALUE, () -> {})) {
                assertThat(store.schemas()).containsExactly(schema);
                assertThat(Stores.rows(store, "value")).containsExactly(rows);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void keepsEveryValueAsAKey(ValueType type, List<Object> values) {
        if (!type.ordered()) {
            return;
        }
        List<Object> keys = values.stream()
                .map(type::check)
                .filter(value ->
                        !value.toString().startsWith("xxx") && !(value instanceof Bytes bytes && bytes.size() > 1000))
                .toList();
        EntitySchema schema = EntitySchema.named("value")
                .required("id", type)
                .required("n", ValueType.INT64)
                .key("id", "n")
                .build();
        SimulatedFolder simulated = new SimulatedFolder();
        Store crashing = JsonFileStore.open(
                new StoreErrors("shop"), simulated, Folder.Writing.THROUGH, Long.MAX_VALUE, () -> {});
        Stores.create(crashing, schema);
        keys.forEach(key -> Stores.insert(crashing, "value", Row.of(key, 1L), Row.of(key, 2L)));
        keys.forEach(key -> Stores.write(
                crashing,
                new org.stowage.spi.change.Change.Delete(
                        "value",
                        Collections.singletonList(
                                org.stowage.spi.change.Change.Target.any(org.stowage.spi.value.Key.of(key, 1L))),
                        true)));
        try (Store store = JsonFileStore.open(
                new StoreErrors("shop"), simulated.afterKill(), Folder.Writing.THROUGH, Long.MAX_VALUE, () -> {})) {
            assertThat(Stores.rows(store, "value"))
                    .containsExactlyInAnyOrderElementsOf(
                            keys.stream().map(key -> Row.of(key, 2L)).toList());
        }
    }

    @Test
    void writesNumbersThatManyProgramsWouldRoundInQuotes() throws Exception {
        try (Store store = Stores.open(folder)) {
            Stores.create(store, Stores.CITY);
            Stores.insert(store, "city", Row.of("a", (1L << 53) - 1), Row.of("b", 1L << 53));
        }
        assertThat(Files.readString(folder.resolve("city.json")))
                .contains(
                        "{\"name\":\"a\",\"people\":9007199254740991}",
                        "{\"name\":\"b\",\"people\":\"9007199254740992\"}");
    }
}
