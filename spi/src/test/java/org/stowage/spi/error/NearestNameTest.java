package org.stowage.spi.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> PROVIDERS = List.of("sqlite", "memory", "json-file");

    @ParameterizedTest
    @CsvSource({
        "sqlit, sqlite",
        "sqltie, sqlite",
        "SQLITE, sqlite",
        "memroy, memory",
        "json_file, json-file",
        "jsonfile, json-file"
    })
    void findsWhatWasMeant(String wrong, String meant) {
        assertThat(NearestName.of(wrong, PROVIDERS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"postgres", "x", "''", "sql"})
    void suggestsNothingFarFetched(String wrong) {
        assertThat(NearestName.of(wrong, PROVIDERS)).isEmpty();
    }

    @Test
    void prefersTheSameNameInAnotherCaseAndThenTheFirst() {
        assertThat(NearestName.of("CITY", List.of("cite", "city"))).contains("city");
        assertThat(NearestName.of("nameX", List.of("nameB", "nameA"))).contains("nameA");
    }

    @Test
    void doesNotCompareNamesWithoutEnd() {
        assertThat(NearestName.of("x".repeat(257), List.of("x".repeat(258)))).isEmpty();
    }

    @Test
    void hintsAtTheNearestOrListsAll() {
        assertThat(NearestName.hint("sqlit", PROVIDERS)).isEqualTo("; did you mean 'sqlite'?");
        assertThat(NearestName.hint("postgres", PROVIDERS)).isEqualTo("; there are 'json-file', 'memory', 'sqlite'");
        assertThat(NearestName.hint("postgres", List.of("memory"))).isEqualTo("; there is only 'memory'");
        assertThat(NearestName.hint("postgres", List.of())).isEmpty();
        List<String> many = IntStream.range(0, 25).mapToObj(i -> "name" + i).toList();
        assertThat(NearestName.hint("postgres", many)).endsWith(" and 5 more");
    }
}
