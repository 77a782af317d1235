package org.stowage.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.spi.error.BadConfigurationException;

class OptionCheckTest {

    private static final Map<String, StoreOption> DECLARED = List.of(
                    StoreOption.of("title", StoreOption.Kind.TEXT, "any text", null),
                    StoreOption.of("verify", StoreOption.Kind.FLAG, "yes or no", "false"),
                    StoreOption.of("readers", StoreOption.Kind.COUNT, "how many", "4"),
                    StoreOption.of("lock-timeout", StoreOption.Kind.DURATION, "how long", "10s"),
                    StoreOption.choice("durability", "what survives", "durable", "relaxed"),
                    new StoreOption("pin", StoreOption.Kind.COUNT, "a secret number", null, List.of(), true))
            .stream()
            .collect(Collectors.toMap(StoreOption::name, Function.identity()));

    @ParameterizedTest
    @CsvSource({
        "title, ''",
        "title, anything",
        "verify, true",
        "verify, false",
        "readers, 0",
        "readers, 999999999999999999",
        "lock-timeout, 0s",
        "durability, relaxed"
    })
    void acceptsWhatTheKindAllows(String option, String text) {
        OptionCheck.check("shop", "sqlite", DECLARED, option, text);
    }

    @ParameterizedTest
    @CsvSource({
        "verify, yes, 'true' or 'false'",
        "verify, TRUE, 'true' or 'false'",
        "readers, -1, a whole number from 0",
        "readers, '', a whole number from 0",
        "readers, 1.5, a whole number from 0",
        "readers, ١, a whole number from 0",
        "readers, 1000000000000000000, a whole number from 0",
        "lock-timeout, 10, such as '250ms'",
        "lock-timeout, 10 s, such as '250ms'",
        "lock-timeout, -1s, such as '250ms'",
        "lock-timeout, 1.5s, such as '250ms'",
        "lock-timeout, 10S, such as '250ms'",
        "lock-timeout, 1d, such as '250ms'",
        "durability, fast, 'durable'"
    })
    void refusesEverythingElseAndSaysWhatWasExpected(String option, String text, String expected) {
        assertThatThrownBy(() -> OptionCheck.check("shop", "sqlite", DECLARED, option, text))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("'" + option + "' of provider 'sqlite'")
                .hasMessageContaining(expected)
                .satisfies(error ->
                        assertThat(((BadConfigurationException) error).store()).contains("shop"));
    }

    @Test
    void suggestsTheNearestOption() {
        assertThatThrownBy(() -> OptionCheck.check("shop", "sqlite", DECLARED, "lock_timeout", "1s"))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessage("provider 'sqlite' has no option 'lock_timeout'; did you mean 'lock-timeout'?");
    }

    @Test
    void neverShowsASecret() {
        assertThatThrownBy(() -> OptionCheck.check("shop", "sqlite", DECLARED, "pin", "swordfish"))
                .isInstanceOf(BadConfigurationException.class)
                .hasMessageContaining("'pin'")
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void readsDurations() {
        assertThat(OptionCheck.duration("250ms")).isEqualTo(Duration.ofMillis(250));
        assertThat(OptionCheck.duration("10s")).isEqualTo(Duration.ofSeconds(10));
        assertThat(OptionCheck.duration("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(OptionCheck.duration("999999999h")).isEqualTo(Duration.ofHours(999_999_999));
        assertThatThrownBy(() -> OptionCheck.duration("soon")).isInstanceOf(BadConfigurationException.class);
    }
}
