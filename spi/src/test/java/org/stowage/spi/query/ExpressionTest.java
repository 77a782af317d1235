package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stowage.spi.query.Places.decimal;
import static org.stowage.spi.query.Places.parameter;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.real;
import static org.stowage.spi.query.Places.row;
import static org.stowage.spi.query.Places.text;
import static org.stowage.spi.query.Places.value;
import static org.stowage.spi.query.Places.whole;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stowage.spi.error.ArithmeticOverflowException;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.TypeMismatchException;
import org.stowage.spi.query.Expression.Arithmetic;
import org.stowage.spi.query.Expression.Name;
import org.stowage.spi.query.Expression.Negation;
import org.stowage.spi.query.Expression.Operator;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

class ExpressionTest {

    private static final Row ROW = row(1, "b", 5L);

    @Test
    void calculatesWithCheckedIntegers() {
        assertThat(calculated(whole(7), Operator.DIVIDE, whole(-2))).isEqualTo(-3L);
        assertThat(calculated(path("people"), Operator.MULTIPLY, whole(3))).isEqualTo(15L);
        assertOverflows(whole(Long.MAX_VALUE), Operator.ADD, whole(1));
        assertOverflows(whole(Long.MIN_VALUE), Operator.SUBTRACT, whole(1));
        assertOverflows(whole(1L << 62), Operator.MULTIPLY, whole(2));
        assertOverflows(whole(Long.MIN_VALUE), Operator.DIVIDE, whole(-1));
        assertThatThrownBy(() -> calculated(whole(1), Operator.DIVIDE, whole(0)))
                .isInstanceOf(ArithmeticOverflowException.class)
                .hasMessageContaining("'1 / 0' is a division by zero");
        assertThatThrownBy(() -> value(new Negation(whole(Long.MIN_VALUE)), ROW))
                .isInstanceOf(ArithmeticOverflowException.class);
        assertThatThrownBy(() -> value(function(Name.ABS, whole(Long.MIN_VALUE)), ROW))
                .isInstanceOf(ArithmeticOverflowException.class);
    }

    @Test
    void calculatesExactlyWithDecimals() {
        assertThat(calculated(decimal("0.1"), Operator.ADD, decimal("0.2"))).isEqualTo(new BigDecimal("0.3"));
        assertThat(calculated(decimal("2.50"), Operator.MULTIPLY, whole(4))).isEqualTo(new BigDecimal("1E+1"));
        assertThat(calculated(whole(1), Operator.DIVIDE, decimal("3")))
                .isEqualTo(new BigDecimal("0.3333333333333333333333333333333333"));
        assertThat(calculated(decimal("5E-34"), Operator.ADD, whole(0))).isEqualTo(new BigDecimal("5E-34"));
        assertThat(calculated(decimal("1.0000000000000000000000000000000005"), Operator.DIVIDE, whole(1)))
                .isEqualTo(BigDecimal.ONE);
        assertThat(calculated(decimal("0.5"), Operator.SUBTRACT, decimal("0.50")))
                .isEqualTo(BigDecimal.ZERO);
        assertOverflows(decimal("1E499"), Operator.MULTIPLY, whole(10));
        assertOverflows(decimal("1E60"), Operator.ADD, decimal("1E-60"));
        assertOverflows(decimal("1"), Operator.DIVIDE, decimal("0.0"));
    }

    @Test
    void calculatesWithFiniteFloats() {
        assertThat(calculated(real(0.5), Operator.ADD, whole(1))).isEqualTo(1.5);
        assertThat(calculated(real(0.5), Operator.MULTIPLY, decimal("0.5"))).isEqualTo(0.25);
        assertThat(calculated(real(-1), Operator.MULTIPLY, whole(0))).isEqualTo(0.0);
        assertThat(value(new Negation(real(0)), ROW)).isEqualTo(0.0);
        assertThat(value(new Negation(real(1.5)), ROW)).isEqualTo(-1.5);
        assertOverflows(real(Double.MAX_VALUE), Operator.ADD, real(Double.MAX_VALUE));
        assertOverflows(real(1), Operator.DIVIDE, real(0));
        assertOverflows(real(0), Operator.DIVIDE, real(0));
        assertOverflows(real(1), Operator.ADD, decimal("1E400"));
    }

    @Test
    void hasTheTypeOfTheWiderOperand() {
        assertThat(Arithmetic.of(Operator.ADD, whole(1), whole(1)).type()).isEqualTo(ValueType.INT64);
        assertThat(Arithmetic.of(Operator.ADD, whole(1), path("price")).type()).isEqualTo(ValueType.DECIMAL);
        assertThat(Arithmetic.of(Operator.ADD, path("price"), real(1)).type()).isEqualTo(ValueType.FLOAT64);
        assertThatThrownBy(() -> Arithmetic.of(Operator.ADD, path("name"), whole(1)))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("'+' needs a number, but 'name' is text");
    }

    @Test
    void nullInAnyArgumentIsNull() {
        Row empty = row(1, null, null);
        assertThat(calculated(path("area"), Operator.DIVIDE, real(0))).isNull();
        assertThat(value(function(Name.LEFT, text("a"), path("people")), empty)).isNull();
        assertThat(value(function(Name.CONCAT, text("a"), path("name")), empty)).isNull();
        assertThat(value(new Negation(path("people")), empty)).isNull();
        assertThat(value(function(Name.LENGTH, parameter(0, ValueType.TEXT)), empty, (Object) null))
                .isNull();
    }

    @Test
    void measuresTextsInCodePoints() {
        Expression faces = text("a\uD83D\uDE00b");
        assertThat(value(function(Name.LENGTH, faces), ROW)).isEqualTo(3L);
        assertThat(value(function(Name.LEFT, faces, whole(2)), ROW)).isEqualTo("a\uD83D\uDE00");
        assertThat(value(function(Name.RIGHT, faces, whole(2)), ROW)).isEqualTo("\uD83D\uDE00b");
        assertThat(value(function(Name.LEFT, faces, whole(0)), ROW)).isEqualTo("");
        assertThat(value(function(Name.RIGHT, faces, whole(0)), ROW)).isEqualTo("");
        assertThat(value(function(Name.LEFT, faces, whole(Long.MAX_VALUE)), ROW))
                .isEqualTo("a\uD83D\uDE00b");
        assertThat(value(function(Name.RIGHT, faces, whole(3)), ROW)).isEqualTo("a\uD83D\uDE00b");
        assertThat(value(function(Name.RIGHT, faces, whole(Long.MAX_VALUE)), ROW))
                .isEqualTo("a\uD83D\uDE00b");
        assertThatThrownBy(() -> value(function(Name.LEFT, faces, whole(-1)), ROW))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'-1'");
        assertThatThrownBy(() -> value(function(Name.RIGHT, text(""), whole(Long.MIN_VALUE)), ROW))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void joinsTextsUpToTheLargest() {
        assertThat(value(function(Name.CONCAT, text("a"), path("name")), ROW)).isEqualTo("ab");
        String half = "é".repeat(4 << 20);
        Row large = row(1, half, null);
        assertThat((String) value(function(Name.CONCAT, path("name"), path("name")), large))
                .hasSize(8 << 20);
        Expression tooLong = function(Name.CONCAT, function(Name.CONCAT, path("name"), path("name")), text("x"));
        assertThatThrownBy(() -> value(tooLong, large)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void changesCaseAlikeWhateverTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(value(function(Name.LOWER, text("TITLE")), ROW)).isEqualTo("title");
            assertThat(value(function(Name.UPPER, text("title")), ROW)).isEqualTo("TITLE");
            assertThat(value(function(Name.FOLD_CASE, text("İ")), ROW)).isEqualTo("i\u0307");
            assertThat(value(function(Name.FOLD_CASE, text("I")), ROW)).isEqualTo("i");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void foldsWhatHasSeveralForms() {
        assertThat(value(function(Name.FOLD_CASE, text("Straße")), ROW)).isEqualTo("strasse");
        assertThat(value(function(Name.FOLD_CASE, text("STRASSE")), ROW)).isEqualTo("strasse");
        assertThat(value(function(Name.LOWER, text("Straße")), ROW)).isEqualTo("straße");
        assertThat(value(function(Name.FOLD_CASE, text("ſ")), ROW)).isEqualTo("s");
    }

    @Test
    void takesAbsoluteValues() {
        assertThat(value(function(Name.ABS, whole(-3)), ROW)).isEqualTo(3L);
        assertThat(value(function(Name.ABS, real(-0.5)), ROW)).isEqualTo(0.5);
        assertThat(value(function(Name.ABS, decimal("-0.50")), ROW)).isEqualTo(new BigDecimal("0.5"));
    }

    @Test
    void refusesWrongArguments() {
        assertThatThrownBy(() -> function(Name.LENGTH))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("'length' takes one argument, but '0' are given");
        assertThatThrownBy(() -> function(Name.LEFT, text("a"), real(1)))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("int64");
        assertThatThrownBy(() -> function(Name.LOWER, path("size"))).isInstanceOf(TypeMismatchException.class);
    }

    private static Expression function(Name name, Expression... arguments) {
        return Expression.Function.of(name, arguments);
    }

    private static @Nullable Object calculated(Expression left, Operator operator, Expression right) {
        return value(Arithmetic.of(operator, left, right), ROW);
    }

    private static void assertOverflows(Expression left, Operator operator, Expression right) {
        assertThatThrownBy(() -> calculated(left, operator, right)).isInstanceOf(ArithmeticOverflowException.class);
    }

    @Test
    void negatesAndSubtractsEveryKindOfNumber() {
        assertThat(value(new Negation(decimal("1.50")), ROW)).isEqualTo(new BigDecimal("-1.5"));
        assertThat(value(function(Name.ABS, whole(3)), ROW)).isEqualTo(3L);
        assertThat(calculated(real(0.5), Operator.SUBTRACT, whole(1))).isEqualTo(-0.5);
        assertThat(calculated(real(1), Operator.DIVIDE, real(2))).isEqualTo(0.5);
    }

    @Test
    void takesADecimalBeyondTheFloatsForNoDivisionByZero() {
        assertThatThrownBy(() -> calculated(decimal("1E400"), Operator.ADD, real(0)))
                .isInstanceOf(ArithmeticOverflowException.class)
                .hasMessageContaining("not a value of float64");
    }

    @Test
    void cutsNothingFromATextOfFewerCodePointsThanChars() {
        assertThat(value(function(Name.LEFT, text("\uD83D\uDE00"), whole(1)), ROW))
                .isEqualTo("\uD83D\uDE00");
        assertThat(value(function(Name.RIGHT, text("\uD83D\uDE00"), whole(1)), ROW))
                .isEqualTo("\uD83D\uDE00");
    }

    @Test
    void countsTheBytesOfEveryCodePointWhenItJoinsTexts() {
        String kib = "a\u00e9\u20ac\uD83D\uDE00".repeat(102) + "abcd";
        Row largest = row(1, kib.repeat(8 << 10), null);
        assertThat((String) value(function(Name.CONCAT, path("name"), path("name")), largest))
                .hasSize(2 * 514 * (8 << 10));
        Expression tooLong = function(Name.CONCAT, function(Name.CONCAT, path("name"), path("name")), text("x"));
        assertThatThrownBy(() -> value(tooLong, largest))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("'16777217' bytes");
    }

    @Test
    void saysHowManyArgumentsAreMissing() {
        assertThatThrownBy(() -> function(Name.LEFT, text("a")))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("'left' takes 2 arguments, but '1' are given");
    }

    @Test
    void aPathLeadsSomewhere() {
        List<String> nowhere = List.of();
        assertThatThrownBy(() -> new Expression.Path(nowhere, ValueType.TEXT))
                .isInstanceOf(IllegalArgumentException.class);
        EntitySchema other = EntitySchema.named("other")
                .required("id", ValueType.INT64)
                .key("id")
                .build();
        assertThatThrownBy(() -> Evaluator.calculation(other, path("name")))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("entity 'other' has no field 'name'");
    }
}
