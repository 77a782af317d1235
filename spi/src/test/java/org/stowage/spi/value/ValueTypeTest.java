package org.stowage.spi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.error.InvalidValueException;

class ValueTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean",
                "int64",
                "float64",
                "decimal",
                "decimal(0)",
                "decimal(100)",
                "text",
                "bytes",
                "uuid",
                "instant",
                "date",
                "time",
                "datetime",
                "enum(A)",
                "enum(A,B_2,é)",
                "enum(\"in progress\",\"\",\"a\\\"b\\\\c,)\")",
                "list(list(text))",
                "struct(a int64, b? list(struct(c enum(X,Y), d? decimal(2))))"
            })
    void readsWhatItWrites(String text) {
        assertThat(ValueType.parse(text).describe()).isEqualTo(text);
    }

    @Test
    void acceptsSpaceAndAnyCase() {
        assertThat(ValueType.parse(" Struct ( a\tINT64 ,b ? Decimal ( 2 ) ) "))
                .isEqualTo(new ValueType.Struct(
                        List.of(Field.required("a", ValueType.INT64), Field.optional("b", new ValueType.Decimal(2)))));
        assertThat(ValueType.parse("enum( open , CLOSED )"))
                .isEqualTo(new ValueType.Enumeration(List.of("open", "CLOSED")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1 | expected a type",
                "intt | 1 | no type is named 'intt'; did you mean 'int64'?",
                "lst(text) | 1 | did you mean 'list'?",
                "string | 1 | no type is named 'string'; there are 'boolean', 'bytes'",
                "list | 5 | expected '('",
                "list(text | 10 | expected ')'",
                "list(txt) | 6 | did you mean 'text'?",
                "text text | 6 | expected the end",
                "decimal( | 9 | expected a scale from 0 to 100",
                "decimal(-1) | 9 | expected a scale",
                "decimal(101) | 9 | expected a scale",
                "decimal(1000) | 9 | expected a scale",
                "decimal(2 | 10 | expected ')'",
                "decimal(a) | 9 | expected a scale",
                "enum( | 6 | expected a name",
                "enum() | 6 | expected a name",
                "enum(A,A) | 5 | expected no name twice",
                "enum(\"A | 6 | expected a quotation mark",
                "enum(\"A\\ | 6 | expected a quotation mark",
                "struct() | 8 | expected the name of a field",
                "struct(a) | 9 | expected a type",
                "struct(a text, a text) | 7 | expected no field twice"
            })
    void refusesEverythingElseAndSaysWhere(String text, int column, String expected) {
        assertThatThrownBy(() -> ValueType.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("'" + text + "' is no type: at column " + column + ", ")
                .hasMessageContaining(expected);
    }

    @Test
    void limitsDepth() {
        String deepest = "list(".repeat(64) + "decimal" + ")".repeat(64);
        assertThat(ValueType.parse(deepest).describe()).isEqualTo(deepest);
        assertThatThrownBy(() -> ValueType.parse("struct(a " + deepest + ")"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most 64");
        assertThatThrownBy(() -> ValueType.parse("list(".repeat(100_000))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void comparesDecimalsOfWhateverScaleAndNothingElse() {
        assertThat(ValueType.DECIMAL.comparableWith(new ValueType.Decimal(2))).isTrue();
        assertThat(ValueType.INT64.comparableWith(ValueType.INT64)).isTrue();
        assertThat(ValueType.INT64.comparableWith(ValueType.DECIMAL)).isFalse();
        assertThat(ValueType.DECIMAL.comparableWith(ValueType.INT64)).isFalse();
        assertThat(ValueType.TEXT.comparableWith(null)).isFalse();
        ValueType list = ValueType.parse("list(text)");
        assertThat(list.comparableWith(list)).isFalse();
    }

    @Test
    void refusesTypesThatContradictThemselves() {
        assertThatThrownBy(() -> new ValueType.Decimal(-2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ValueType.Decimal(101)).isInstanceOf(IllegalArgumentException.class);
        List<String> twice = List.of("A", "A");
        assertThatThrownBy(() -> new ValueType.Enumeration(twice)).isInstanceOf(IllegalArgumentException.class);
        List<String> none = List.of();
        assertThatThrownBy(() -> new ValueType.Enumeration(none)).isInstanceOf(IllegalArgumentException.class);
        Field field = Field.required("a", ValueType.TEXT);
        List<Field> fields = List.of(field, field);
        assertThatThrownBy(() -> new ValueType.Struct(fields)).isInstanceOf(IllegalArgumentException.class);
    }
}
