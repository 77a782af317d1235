package org.stowage.spi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;

class DecimalCodeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.000, 0",
        "12.5, 1501125 12.5",
        "12.500, 1501125 12.5",
        "-12.5, -498874~ -12.5",
        "100, 15021 100",
        "0.001, 14971 0.001",
        "-1, -4998~ -1",
        "9, 15009 9"
    })
    void writesTheFormOfTheContract(BigDecimal number, String text) {
        assertThat(DecimalCode.encode(number)).isEqualTo(text);
        assertThat(DecimalCode.decode(text)).isEqualTo(number.stripTrailingZeros());
    }

    @Test
    void keepsTheExtremes() {
        String nines = "9".repeat(100);
        for (String number : List.of("1E-500", "1E+499", nines + "E+400", nines + "E-599", "9.9E+499")) {
            for (String sign : List.of("", "-")) {
                BigDecimal value = new BigDecimal(sign + number).stripTrailingZeros();
                assertThat(DecimalCode.decode(DecimalCode.encode(value))).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+500", "-1E+500", "9E-501", "1E+2147483647", "1E-2147483647"})
    void refusesWhatHasNoPlaceInTheOrder(BigDecimal number) {
        assertThatThrownBy(() -> DecimalCode.encode(number))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("1E-500")
                .hasMessageContaining("1E+500");
    }

    @Test
    void refusesMoreThanAHundredDigits() {
        assertThatThrownBy(() -> DecimalCode.encode(new BigDecimal("1".repeat(101))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("101 digits");
    }

    @Test
    void sortsByBytesAsTheNumbersDo() {
        List<BigDecimal> numbers = new ArrayList<>(List.of(
                new BigDecimal("1E-500"),
                new BigDecimal("1E-499"),
                new BigDecimal("0.0999"),
                new BigDecimal("0.1"),
                new BigDecimal("0.10001"),
                BigDecimal.ONE,
                new BigDecimal("9.99"),
                BigDecimal.TEN,
                new BigDecimal("10.01"),
                new BigDecimal("9E+499"),
                new BigDecimal("9.9E+499")));
        numbers.addAll(numbers.stream().map(BigDecimal::negate).toList());
        numbers.add(BigDecimal.ZERO);
        Random random = Seeds.random("DecimalCodeTest");
        for (int i = 0; i < 600; i++) {
            numbers.add(new BigDecimal(new BigInteger(1 + random.nextInt(80), random), random.nextInt(40) - 20)
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
        }
        List<String> texts = numbers.stream().map(DecimalCode::encode).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(DecimalCode.decode(texts.get(i))).isEqualByComparingTo(numbers.get(i));
            for (int j = 0; j < i; j++) {
                // The texts are ASCII, so that their order as Java strings is the order of their bytes.
                int order = Integer.signum(texts.get(i).compareTo(texts.get(j)));
                if (order != numbers.get(i).compareTo(numbers.get(j))) {
                    fail("wrong order: '%s' and '%s'", texts.get(i), texts.get(j));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "-",
                "-0",
                "00",
                "0 0",
                "12.5",
                "1501125",
                "1501125 ",
                "1501125 12.50",
                "1501125 12.6",
                "15011250 12.5",
                "15010125 0125",
                "1501 0",
                "1501125 -12.5",
                "-498874 -12.5",
                "-498874~",
                "-498874~ 12.5",
                "-4988749~ -12.5",
                "-4989~ -1",
                "-498974~ -2.5",
                "2501125 12.5",
                "150a125 12.5",
                "1501١٢٥ 12.5",
                "1501125~ 12.5",
                "1501125 12.5 ",
                " 1501125 12.5",
                "~ 1",
                "- ",
                "-~ "
            })
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> DecimalCode.decode(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void readsNoMoreThanAHundredDigits() {
        String digits = "1".repeat(101);
        assertThatThrownBy(() -> DecimalCode.decode("1600" + digits + " " + digits))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.00, 0",
        "12.50, 12.5",
        "100, 1E+2",
        "-0.001, -0.001",
        "-1234567890123456789.50, -1234567890123456789.5",
        "999999999999999999, 999999999999999999"
    })
    void readsThePlainForm(String text, BigDecimal number) {
        assertThat(DecimalCode.decodePlain(text)).isEqualTo(number);
        assertThat(DecimalCode.decodePlain(DecimalCode.encodePlain(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.", ".5", "+1", "01", "-01", "1e2", "1 ", "١", "--1", "1.-2", "NaN", "0x1"})
    void readsNoOtherPlainForm(String text) {
        assertThatThrownBy(() -> DecimalCode.decodePlain(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void refusesAnEndlessPlainForm() {
        assertThatThrownBy(() -> DecimalCode.decodePlain("1".repeat(1_001))).isInstanceOf(InvalidValueException.class);
    }
}
