package org.stowage.spi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.TypeMismatchException;

class ValueCheckTest {

    private static final List<String> TYPES = List.of(
            "boolean",
            "int64",
            "float64",
            "decimal",
            "text",
            "bytes",
            "uuid",
            "instant",
            "date",
            "time",
            "datetime",
            "enum(A)",
            "list(int64)",
            "struct(a int64)");

    private static final List<Object> VALUES = List.of(
            true,
            1L,
            1.5,
            new BigDecimal("1.5"),
            "A",
            Bytes.of((byte) 1),
            new UUID(1, 2),
            Instant.EPOCH,
            LocalDate.EPOCH,
            LocalTime.NOON,
            LocalDateTime.of(2000, 1, 1, 0, 0),
            "A",
            List.of(1L),
            Row.of(1L));

    @Test
    void returnsNeutralValuesAsTheyAre() {
        for (int i = 0; i < TYPES.size(); i++) {
            Object value = VALUES.get(i);
            assertThat(ValueType.parse(TYPES.get(i)).check(value)).isSameAs(value);
        }
    }

    @Test
    void refusesEveryOtherClass() {
        for (int i = 0; i < TYPES.size(); i++) {
            ValueType type = ValueType.parse(TYPES.get(i));
            for (Object value : VALUES) {
                if (!value.getClass().equals(VALUES.get(i).getClass())
                        && !(value instanceof List && type instanceof ValueType.ListOf)) {
                    assertThatThrownBy(() -> type.check(value))
                            .isInstanceOf(TypeMismatchException.class)
                            .hasMessageContaining(type.describe())
                            .hasMessageContaining("expected ");
                }
            }
        }
        assertThatThrownBy(() -> ValueType.INT64.check(5))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("'5' of java.lang.Integer is no int64: expected java.lang.Long");
    }

    @Test
    void makesNegativeZeroZero() {
        assertThat(ValueType.FLOAT64.check(-0.0)).isEqualTo(0.0).isNotEqualTo(-0.0);
        assertThat(ValueType.FLOAT64.check(0.0)).isEqualTo(0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesFloatsThatAreNotFinite(double value) {
        assertThatThrownBy(() -> ValueType.FLOAT64.check(value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void takesTrailingZerosOffDecimals() {
        assertThat(ValueType.DECIMAL.check(new BigDecimal("1.00"))).isEqualTo(new BigDecimal("1"));
        assertThat(ValueType.DECIMAL.check(new BigDecimal("100"))).isEqualTo(new BigDecimal("1E+2"));
        assertThat(ValueType.DECIMAL.check(new BigDecimal("0E-7"))).isEqualTo(BigDecimal.ZERO);
        assertThat(ValueType.DECIMAL.check(new BigDecimal("0E+600"))).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void refusesDecimalsThatWouldNeedRounding() {
        ValueType price = new ValueType.Decimal(2);
        assertThat(price.check(new BigDecimal("9.990"))).isEqualTo(new BigDecimal("9.99"));
        assertThatThrownBy(() -> price.check(new BigDecimal("9.999")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'9.999' is no decimal(2): expected at most 2 digits after the point; round it first");
    }

    @Test
    void limitsDecimals() {
        BigDecimal hundred = new BigDecimal("9".repeat(100));
        assertThat(ValueType.DECIMAL.check(hundred)).isEqualTo(hundred);
        assertThatThrownBy(() -> ValueType.DECIMAL.check(new BigDecimal("9".repeat(101))))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> ValueType.DECIMAL.check(new BigDecimal("1E+500")))
                .isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> ValueType.DECIMAL.check(new BigDecimal("1E-501")))
                .isInstanceOf(LimitExceededException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " untrimmed ", "é", "ß", "€", "\uFFFF", "😀", "a😀b", "e\u0301"})
    void keepsTextAsItIs(String text) {
        assertThat(ValueType.TEXT.check(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\0",
                "é\0",
                "\uD800",
                "a\uD83D",
                "\uDE00",
                "\uDE00\uD83D",
                "x\uDE00",
                "é\uD83Dx",
                "\uD83D\uD83D\uDE00"
            })
    void refusesTextThatIsNotUnicodeOrHoldsZero(String text) {
        assertThatThrownBy(() -> ValueType.TEXT.check(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at index '")
                .hasMessageMatching("[^\\x00\\x{D800}-\\x{DFFF}]*");
    }

    @Test
    void limitsTextByItsBytesAsUtf8() {
        int limit = 16 * 1024 * 1024;
        assertThat(ValueType.TEXT.check("x".repeat(limit))).isNotNull();
        assertThat(ValueType.TEXT.check("é".repeat(limit / 2))).isNotNull();
        assertThat(ValueType.TEXT.check("😀".repeat(limit / 4))).isNotNull();
        for (String text : List.of("x".repeat(limit + 1), "é".repeat(limit / 2) + "x", "x" + "😀".repeat(limit / 4))) {
            assertThatThrownBy(() -> ValueType.TEXT.check(text))
                    .isInstanceOf(LimitExceededException.class)
                    .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(200));
        }
    }

    @Test
    void limitsBytes() {
        int limit = 16 * 1024 * 1024;
        assertThat(ValueType.BYTES.check(Bytes.of(new byte[limit]))).isNotNull();
        assertThatThrownBy(() -> ValueType.BYTES.check(Bytes.of(new byte[limit + 1])))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void limitsYears() {
        LocalDateTime first = LocalDateTime.of(1, 1, 1, 0, 0);
        LocalDateTime last = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999);
        assertThat(ValueType.DATETIME.check(first)).isEqualTo(first);
        assertThat(ValueType.DATETIME.check(last)).isEqualTo(last);
        assertInvalidYear(ValueType.DATETIME, first.minusNanos(1));
        assertInvalidYear(ValueType.DATETIME, last.plusNanos(1));
        assertInvalidYear(ValueType.DATE, LocalDate.of(0, 12, 31));
        assertInvalidYear(ValueType.DATE, LocalDate.of(10_000, 1, 1));
        Instant firstInstant = Instant.parse("0001-01-01T00:00:00Z");
        Instant lastInstant = Instant.parse("9999-12-31T23:59:59.999999999Z");
        assertThat(ValueType.INSTANT.check(firstInstant)).isEqualTo(firstInstant);
        assertThat(ValueType.INSTANT.check(lastInstant)).isEqualTo(lastInstant);
        assertInvalidYear(ValueType.INSTANT, firstInstant.minusNanos(1));
        assertInvalidYear(ValueType.INSTANT, lastInstant.plusNanos(1));
    }

    private static void assertInvalidYear(ValueType type, Object value) {
        assertThatThrownBy(() -> type.check(value))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'" + value + "' is no " + type.describe() + ": expected a year from 0001 to 9999");
    }

    @Test
    void refusesNamesThatWereNotDeclared() {
        assertThatThrownBy(() -> ValueType.parse("enum(OPEN,CLOSED)").check("open"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'open' is none of the names of enum(OPEN,CLOSED); did you mean 'OPEN'?");
    }

    @Test
    void copiesListsThatCouldChange() {
        List<Object> list = new ArrayList<>(List.of(1L, 2L));
        Object checked = ValueType.parse("list(int64)").check(list);
        list.set(0, 5L);
        assertThat(checked).isEqualTo(List.of(1L, 2L));
        assertThatThrownBy(() -> ((List<?>) checked).remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void normalisesDeeply() {
        ValueType type = ValueType.parse("list(struct(price decimal(2), spare? float64))");
        Row neutral = Row.of(new BigDecimal("3"), null);
        assertThat(type.check(List.of(neutral, Row.of(new BigDecimal("1.50"), -0.0))))
                .isEqualTo(List.of(neutral, Row.of(new BigDecimal("1.5"), 0.0)));
    }

    @Test
    void refusesNullsAndTheWrongNumberOfParts() {
        assertThatThrownBy(() -> ValueType.parse("list(text)").check(Arrays.asList("a", null)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("element 1 is null");
        ValueType address = ValueType.parse("struct(city text, floor? int64)");
        assertThatThrownBy(() -> address.check(Row.of(null, 1L)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'city' is null: expected text");
        assertThatThrownBy(() -> address.check(Row.of("Ulm")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'1' values")
                .hasMessageContaining("expected 2");
    }

    @Test
    void limitsDepth() {
        ValueType type = ValueType.INT64;
        Object value = 1L;
        for (int depth = 1; depth <= 64; depth++) {
            type = depth % 2 == 0
                    ? new ValueType.ListOf(type)
                    : new ValueType.Struct(List.of(Field.required("a", type)));
            value = depth % 2 == 0 ? List.of(value) : Row.of(value);
        }
        assertThat(type.check(value)).isSameAs(value);
        ValueType deepList = new ValueType.ListOf(type);
        Object deepListValue = List.of(value);
        assertThatThrownBy(() -> deepList.check(deepListValue)).isInstanceOf(LimitExceededException.class);
        ValueType deepStruct = new ValueType.Struct(List.of(Field.required("a", type)));
        Object deepRow = Row.of(value);
        assertThatThrownBy(() -> deepStruct.check(deepRow)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void keepsMessagesShortAndOnOneLine() {
        assertThatThrownBy(() -> ValueType.INT64.check("a\nb\u007f" + "x".repeat(100_000)))
                .satisfies(error -> assertThat(error.getMessage())
                        .startsWith("'a\\u000ab\\u007fxxx")
                        .contains("…' of java.lang.String")
                        .hasSizeLessThan(200));
        assertThatThrownBy(() -> ValueType.INT64.check(List.of(1L, 2L))).hasMessageContaining("'list of 2'");
        assertThatThrownBy(() -> ValueType.INT64.check("😀")).hasMessageStartingWith("'😀'");
    }

    @Test
    void countsSizesAlikeOnEveryProvider() {
        assertThat(ValueType.TEXT.sizeBytes("aé€😀")).isEqualTo(1 + 2 + 3 + 4);
        assertThat(ValueType.BYTES.sizeBytes(Bytes.of(new byte[7]))).isEqualTo(7);
        assertThat(ValueType.INT64.sizeBytes(1L)).isEqualTo(8);
        assertThat(ValueType.DECIMAL.sizeBytes(new BigDecimal("12.5"))).isEqualTo(11);
        assertThat(ValueType.UUID.sizeBytes(new UUID(1, 2))).isEqualTo(36);
        assertThat(ValueType.INSTANT.sizeBytes(Instant.EPOCH)).isEqualTo(30);
        assertThat(ValueType.DATE.sizeBytes(LocalDate.EPOCH)).isEqualTo(10);
        assertThat(ValueType.TIME.sizeBytes(LocalTime.NOON)).isEqualTo(18);
        assertThat(ValueType.DATETIME.sizeBytes(LocalDate.EPOCH.atStartOfDay())).isEqualTo(29);
        ValueType nested = ValueType.parse("list(struct(a text, b? int64))");
        assertThat(nested.sizeBytes(List.of(Row.of("ab", 1L), Row.of("abc", null))))
                .isEqualTo(13);
    }
}
