package org.stowage.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.stowage.spi.query.Places.like;
import static org.stowage.spi.query.Places.path;
import static org.stowage.spi.query.Places.row;
import static org.stowage.spi.query.Places.truth;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.value.ValueType;

class LikePatternTest {

    private static final String FACE = "\uD83D\uDE00";

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "a, '', false",
        "'', %, true",
        "'', _, false",
        "a, _, true",
        "ab, _, false",
        "abc, abc, true",
        "abc, ABC, false",
        "abc, a%, true",
        "abc, %c, true",
        "abc, %b%, true",
        "abc, a%c, true",
        "abc, a%b, false",
        "aba, a%a, true",
        "a, a%a, false",
        "abab, %ab, true",
        "abcab, ab%ab, true",
        "aab, %ab%, true",
        "abc, a_c, true",
        "abc, _b_, true",
        "abc, %_, true",
        "abc, ____, false",
        "abc, _%_%_, true",
        "ab, _%_%_, false",
        "abc, %%, true",
        "aXbXc, a%_b%c, true",
        "mississippi, m%iss%i%p_, true",
        "mississippi, m%iss%i%p___, false",
        "'a%', 'a\\%', false",
    })
    void matchesRunsAndSingleCodePoints(String text, String pattern, boolean expected) {
        assertThat(LikePattern.of(pattern, OptionalInt.empty()).matches(text)).isEqualTo(expected);
    }

    @Test
    void takesACodePointOutsideOfTheBasicPlaneForOne() {
        assertThat(matches("_", FACE)).isTrue();
        assertThat(matches("__", FACE)).isFalse();
        assertThat(matches("a_b", "a" + FACE + "b")).isTrue();
        assertThat(matches("%_" + FACE, FACE + FACE)).isTrue();
        assertThat(matches("%_" + FACE, FACE)).isFalse();
        assertThat(matches("%" + FACE + "_", "x" + FACE + "y")).isTrue();
    }

    @Test
    void takesNewLinesForOrdinary() {
        assertThat(matches("a_b", "a\nb")).isTrue();
        assertThat(matches("a%b", "a\r\n\u2028b")).isTrue();
    }

    @Test
    void takesWhatFollowsTheEscapeLiterally() {
        assertThat(escaped("a!%", "a%")).isTrue();
        assertThat(escaped("a!%", "ab")).isFalse();
        assertThat(escaped("a!_%", "a_b")).isTrue();
        assertThat(escaped("a!_%", "axb")).isFalse();
        assertThat(escaped("!!%", "!x")).isTrue();
        assertThat(LikePattern.of("%%", OptionalInt.of('%')).matches("%")).isTrue();
        assertThat(LikePattern.of("_%_", OptionalInt.of(FACE.codePointAt(0))).matches("ab"))
                .isTrue();
    }

    @Test
    void refusesAnEscapeWithNothingToEscape() {
        assertThatThrownBy(() -> escaped("a!", "a!"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'a!'")
                .hasMessageContaining("at its end");
        assertThatThrownBy(() -> escaped("!a", "a"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("before 'a'");
    }

    @Test
    void countsPatternsInCodePoints() {
        assertThat(matches(FACE.repeat(QueryLimits.PATTERN), FACE.repeat(QueryLimits.PATTERN)))
                .isTrue();
        assertThatThrownBy(() -> matches("%".repeat(QueryLimits.PATTERN + 1), ""))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("'1001'");
    }

    @Test
    void knowsWhatEveryMatchStartsWith() {
        assertThat(LikePattern.of("ab%c", OptionalInt.empty()).prefix()).isEqualTo("ab");
        assertThat(LikePattern.of("ab_", OptionalInt.empty()).prefix()).isEqualTo("ab");
        assertThat(LikePattern.of("a!%b%", OptionalInt.of('!')).prefix()).isEqualTo("a%b");
        assertThat(LikePattern.of("ab%", OptionalInt.empty()).prefixOnly()).isTrue();
        assertThat(LikePattern.of("a_%", OptionalInt.empty()).prefixOnly()).isFalse();
        assertThat(LikePattern.of("ab%c", OptionalInt.empty()).prefixOnly()).isFalse();
        assertThat(LikePattern.of("ab", OptionalInt.empty()).exact()).isTrue();
        assertThat(LikePattern.of("a_", OptionalInt.empty()).exact()).isFalse();
    }

    @Test
    void finishesManyWildcardsAgainstALongText() {
        String text = "a".repeat(3_000);
        // One that tries everything would not come to an end in years.
        assertTimeoutPreemptively(Duration.ofMinutes(10), () -> {
            assertThat(matches("%a".repeat(12) + "%b", text)).isFalse();
            assertThat(matches("%a_".repeat(12) + "%b", text)).isFalse();
            assertThat(matches("%_a".repeat(300) + "%b%", text)).isFalse();
            assertThat(matches("%a".repeat(12) + "%", text)).isTrue();
        });
    }

    @Test
    void agreesWithAMatcherThatTriesEverything() {
        Random random = Places.seeded(LikePatternTest.class);
        for (int i = 0; i < 50_000; i++) {
            String text = random(random, List.of("a", "b", FACE), 8);
            String pattern = random(random, List.of("a", "b", FACE, "%", "_", "%"), 7);
            assertThat(matches(pattern, text))
                    .as("'%s' like '%s'", text, pattern)
                    .isEqualTo(naive(
                            text.codePoints().toArray(), 0, pattern.codePoints().toArray(), 0));
        }
    }

    @Test
    void nullIsUnknownAndAnArgumentIsAPatternToo() {
        assertThat(truth(like("%"), row(1, null, null))).isEqualTo(Truth.UNKNOWN);
        Condition byArgument =
                new Condition.Like(path("name"), Places.parameter(0, ValueType.TEXT), OptionalInt.of('!'));
        assertThat(truth(byArgument, row(1, "a%", null), "a!%")).isEqualTo(Truth.TRUE);
        assertThat(truth(byArgument, row(1, "ab", null), "a!%")).isEqualTo(Truth.FALSE);
        assertThat(truth(byArgument, row(1, "ab", null), (Object) null)).isEqualTo(Truth.UNKNOWN);
        assertThatThrownBy(() -> truth(byArgument, row(1, null, null), "a!")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aPatternMayComeFromTheRow() {
        Condition condition = new Condition.Like(
                Places.text("abc"),
                Expression.Function.of(Expression.Name.CONCAT, path("name"), Places.text("%")),
                OptionalInt.empty());
        assertThat(truth(condition, row(1, "ab", null))).isEqualTo(Truth.TRUE);
        assertThat(truth(condition, row(1, "b", null))).isEqualTo(Truth.FALSE);
        assertThatThrownBy(() -> truth(condition, row(1, "x".repeat(1_000), null)))
                .isInstanceOf(LimitExceededException.class);
    }

    private static boolean naive(int[] text, int i, int[] pattern, int j) {
        if (j == pattern.length) {
            return i == text.length;
        }
        if (pattern[j] == '%') {
            return naive(text, i, pattern, j + 1) || (i < text.length && naive(text, i + 1, pattern, j));
        }
        return i < text.length && (pattern[j] == '_' || pattern[j] == text[i]) && naive(text, i + 1, pattern, j + 1);
    }

    private static String random(Random random, List<String> alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--) {
            text.append(alphabet.get(random.nextInt(alphabet.size())));
        }
        return text.toString();
    }

    private static boolean matches(String pattern, String text) {
        return LikePattern.of(pattern, OptionalInt.empty()).matches(text);
    }

    private static boolean escaped(String pattern, String text) {
        return LikePattern.of(pattern, OptionalInt.of('!')).matches(text);
    }

    @Test
    void knowsWhenAPrefixOrATextSaysEverything() {
        assertThat(LikePattern.of("ab", OptionalInt.empty()).exact()).isTrue();
        assertThat(LikePattern.of("a_", OptionalInt.empty()).exact()).isFalse();
        assertThat(LikePattern.of("a%", OptionalInt.empty()).exact()).isFalse();
        assertThat(LikePattern.of("ab%", OptionalInt.empty()).prefixOnly()).isTrue();
        assertThat(LikePattern.of("a_%", OptionalInt.empty()).prefixOnly()).isFalse();
        assertThat(LikePattern.of("a%b", OptionalInt.empty()).prefixOnly()).isFalse();
        assertThat(LikePattern.of("ab", OptionalInt.empty()).prefixOnly()).isFalse();
    }
}
