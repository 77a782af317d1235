package org.stowage.spi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;

class CanonicalJsonTest {

    private static final ValueType ADDRESS = ValueType.parse("struct(city text, floor? int64, tags list(text))");

    @Test
    void writesAndReadsEveryType() {
        roundTrip(ValueType.BOOLEAN, true, "true");
        roundTrip(ValueType.BOOLEAN, false, "false");
        roundTrip(ValueType.INT64, -9_007_199_254_740_991L, "-9007199254740991");
        roundTrip(ValueType.INT64, 9_007_199_254_740_992L, "\"9007199254740992\"");
        roundTrip(ValueType.INT64, -9_007_199_254_740_992L, "\"-9007199254740992\"");
        roundTrip(ValueType.INT64, Long.MIN_VALUE, "\"-9223372036854775808\"");
        roundTrip(ValueType.FLOAT64, 1.5, "1.5");
        roundTrip(ValueType.FLOAT64, Double.MIN_VALUE, "4.9E-324");
        roundTrip(ValueType.FLOAT64, Double.MAX_VALUE, "1.7976931348623157E308");
        roundTrip(ValueType.DECIMAL, new BigDecimal("12.5"), "\"12.5\"");
        roundTrip(ValueType.DECIMAL, new BigDecimal("1E+2"), "\"100\"");
        roundTrip(
                ValueType.TEXT,
                "a\"\\/\b\f\n\r\t\u0001\u001f\u007f é😀",
                "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f é😀\"");
        roundTrip(ValueType.BYTES, Bytes.of((byte) 0, (byte) -1), "\"AP8=\"");
        roundTrip(ValueType.UUID, new UUID(-1, 1), "\"ffffffff-ffff-ffff-0000-000000000001\"");
        roundTrip(ValueType.INSTANT, Instant.EPOCH, "\"1970-01-01T00:00:00.000000000Z\"");
        roundTrip(ValueType.DATE, LocalDate.EPOCH, "\"1970-01-01\"");
        roundTrip(ValueType.TIME, LocalTime.NOON, "\"12:00:00.000000000\"");
        roundTrip(ValueType.DATETIME, LocalDateTime.of(2000, 2, 29, 0, 0), "\"2000-02-29T00:00:00.000000000\"");
        roundTrip(ValueType.parse("enum(OPEN,CLOSED)"), "CLOSED", "\"CLOSED\"");
        roundTrip(ValueType.parse("list(int64)"), List.of(), "[]");
        roundTrip(ValueType.parse("list(list(int64))"), List.of(List.of(1L, 2L), List.of()), "[[1,2],[]]");
        roundTrip(ADDRESS, Row.of("Ulm", 3L, List.of("a")), "{\"city\":\"Ulm\",\"floor\":3,\"tags\":[\"a\"]}");
        roundTrip(ADDRESS, Row.of("Ulm", null, List.of()), "{\"city\":\"Ulm\",\"tags\":[]}");
        roundTrip(ValueType.parse("struct(a? int64)"), Row.of((Object) null), "{}");
    }

    private static void roundTrip(ValueType type, Object value, String json) {
        assertThat(CanonicalJson.encode(type, value)).isEqualTo(json);
        assertThat(CanonicalJson.decode(type, json)).isEqualTo(value);
    }

    @Test
    void readsWhatPeopleWrite() {
        assertThat(CanonicalJson.decode(
                        ADDRESS, " { \"tags\" : [ \"\\u0041\\/\" , \"b\" ] ,\n\t\"floor\":null, \"city\":\"\"}\r\n"))
                .isEqualTo(Row.of("", null, List.of("A/", "b")));
        assertThat(CanonicalJson.decode(ValueType.TEXT, "\"\\ud83d\\uDE00\"")).isEqualTo("😀");
        assertThat(CanonicalJson.decode(ValueType.FLOAT64, "-0")).isEqualTo(0.0);
        assertThat(CanonicalJson.decode(ValueType.FLOAT64, "1e+2")).isEqualTo(100.0);
        assertThat(CanonicalJson.decode(ValueType.parse("decimal(2)"), "\"1.50\""))
                .isEqualTo(new BigDecimal("1.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int64 | 1.0 | 1",
                "int64 | 1e2 | 1",
                "int64 | 01 | 2",
                "int64 | - | 1",
                "int64 | +1 | 1",
                "int64 | \"5\" | 1",
                "int64 | \"x\" | 1",
                "int64 | \"+9223372036854775807\" | 1",
                "int64 | \"9223372036854775808\" | 1",
                "int64 | 9007199254740992 | 1",
                "int64 | 123456789012345678901 | 1",
                "int64 | null | 1",
                "int64 | 1 2 | 3",
                "float64 | NaN | 1",
                "float64 | 1. | 1",
                "float64 | .5 | 1",
                "float64 | 1e | 1",
                "float64 | 1e999 | 1",
                "float64 | \"1\" | 1",
                "boolean | True | 1",
                "boolean | 1 | 1",
                "decimal | 1.5 | 1",
                "decimal | \"1e2\" | 1",
                "decimal(1) | \"1.25\" | 1",
                "text | 5 | 1",
                "text | \"a | 1",
                "text | \"\\x\" | 2",
                "text | \"\\u12g4\" | 2",
                "text | \"\\u12 | 2",
                "text | \"\\u\uff10\uff10\uff14\uff11\" | 2",
                "text | \"\\ | 2",
                "text | \"\\u0000\" | 1",
                "text | \"\\ud800\" | 1",
                "text | \"\\udc00\\ud800\" | 1",
                "text | \"a\tb\" | 3",
                "bytes | \"AP8\" | 1",
                "bytes | \"AP9=\" | 1",
                "bytes | \"*\" | 1",
                "uuid | \"FFFFFFFF-ffff-ffff-0000-000000000001\" | 1",
                "date | \"2026-02-30\" | 1",
                "enum(A,B) | \"C\" | 1",
                "list(int64) | [1,] | 4",
                "list(int64) | [1 2] | 4",
                "list(int64) | [1 | 3",
                "list(int64) | [null] | 2",
                "list(int64) | {} | 1",
                "struct(a int64) | [] | 1",
                "struct(a int64) | {} | 1",
                "struct(a int64) | {\"a\":null} | 1",
                "struct(a int64) | {\"a\":1,\"a\":1} | 8",
                "struct(a int64) | {\"a\":1,\"b\":1} | 8",
                "struct(a int64) | {\"a\" 1} | 6",
                "struct(a int64) | {a:1} | 2",
                "struct(a int64) | {\"a\":1,} | 8",
                "struct(a int64) | {\"a\":1 | 7"
            })
    void refusesEverythingElseAndSaysWhere(String type, String json, int character) {
        assertThatThrownBy(() -> CanonicalJson.decode(ValueType.parse(type), json))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("character '" + character + "'");
    }

    @Test
    void refusesNumbersWithoutEnd() {
        assertThatThrownBy(() -> CanonicalJson.decode(ValueType.FLOAT64, "1." + "0".repeat(130)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesATypeThatIsNestedTooDeeply() {
        ValueType type = ValueType.INT64;
        for (int i = 0; i < 65; i++) {
            type = new ValueType.ListOf(type);
        }
        ValueType deep = type;
        assertThatThrownBy(() -> CanonicalJson.decode(deep, "[".repeat(65) + "1" + "]".repeat(65)))
                .isInstanceOf(LimitExceededException.class);
    }
}
