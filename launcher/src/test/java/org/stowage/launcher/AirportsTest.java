package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real data, imported into each provider, answers queries with the same bytes. The counts are those of SQLite over the file. */
@TestInstance(Lifecycle.PER_CLASS)
class AirportsTest {

    private Path folder;
    private Launched launched;

    @BeforeAll
    void importsTheAirports(@TempDir Path temporary) {
        folder = temporary;
        launched = new Launched(folder);
        for (String[] store : stores()) {
            assertThat(launched.done(with(store, "import", file(), "--into", "airport", "--key", "ident")))
                    .isEqualTo("airport: 5276 rows imported\n");
        }
    }

    private String[][] stores() {
        return new String[][] {
            {"--provider", "sqlite", "--at", folder.resolve("airports.db").toString()},
            {"--provider", "json-file", "--at", folder.resolve("airports").toString()}
        };
    }

    private static String file() {
        return Launched.AIRPORTS.toString();
    }

    private static String[] with(String[] more, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            from airport                                                              | 5276
            where type = 'large_airport'                                              | 1179
            where scheduled_service = 'yes'                                           | 3307
            where iso_country = 'NA'                                                  | 14
            where iso_country = 'US' and type = 'large_airport'                       | 95
            where iso_country in ('DE', 'AT', 'CH') order by name desc                | 97
            where elevation_ft > 10000 order by elevation_ft desc, name               | 27
            where elevation_ft between 5000 and 6000                                  | 100
            where elevation_ft is null order by iso_country, name                     | 161
            where not (elevation_ft > 0)                                              | 19
            where latitude_deg between -1 and 1 order by latitude_deg                 | 51
            where name like '%International%'                                         | 1251
            where name like 'M_n%'                                                    | 76
            where iata_code is null or iata_code in ('NAN', 'YES') order by iata_code | 715
            """)
    void everyProviderAnswersWithTheSameBytes(String query, int rows) {
        for (String format : new String[] {"table", "csv", "jsonl"}) {
            String answer = fromMemory(query, "--format", format);
            for (String[] store : stores()) {
                assertThat(launched.done(with(store, "query", query, "--format", format)))
                        .as(query + " of " + store[1] + " as " + format)
                        .isEqualTo(answer);
            }
            if (format.equals("jsonl")) {
                assertThat(answer.lines()).hasSize(rows);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            select ident order by latitude_deg desc                                                            | 0 | 3 | CYLT UODN ENSB
            select ident order by elevation_ft                                                                 | 0 | 3 | AQ-0016 AR-0768 AU-0796
            select ident where iso_country = 'CH' and scheduled_service = 'yes' order by name                  | 0 | 9 | LSZB LSGG LSZA LSZR LSZH
            select ident where iso_country = 'CH' and scheduled_service = 'yes' order by name                  | 1 | 2 | LSGG LSZA
            """)
    void everyProviderOrdersAndPagesTheSame(String query, String offset, String limit, String idents) {
        String expected = "ident\n" + idents.replace(' ', '\n') + "\n";
        String[] page = {"--format", "csv", "--offset", offset, "--limit", limit};
        assertThat(fromMemory(query, page)).isEqualTo(expected);
        for (String[] store : stores()) {
            assertThat(launched.done(with(with(store, page), "query", query))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"sqlite", "json-file"})
    void countsOnTheStore(String provider) {
        for (String[] store : stores()) {
            if (store[1].equals(provider)) {
                assertThat(launched.done(with(store, "count", "airport"))).isEqualTo("5276\n");
                assertThat(launched.done(with(
                                store, "query", "select count(this) where elevation_ft is null", "--format", "csv")))
                        .isEqualTo("count\n161\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"csv", "json", "jsonl"})
    void whatIsExportedIsTheSameWhenItIsImportedAgain(String format) {
        String[] store = stores()[0];
        Path exported = folder.resolve("exported." + format);
        launched.done(with(store, "export", "airport", "--to", exported.toString()));
        String again = "sqlite:" + folder.resolve("again-" + format + ".db");
        String[] other = {"--provider", "sqlite", "--at", again.substring(7)};
        launched.done(with(other, "import", exported.toString(), "--into", "airport", "--key", "ident"));
        String digests = launched.done("copy", "sqlite:" + store[3], "memory", "--format", "csv");
        assertThat(launched.done("copy", again, "memory", "--format", "csv")).isEqualTo(digests);
    }

    private String fromMemory(String query, String... more) {
        return launched.done(with(more, "query", query, "--from", file(), "--as", "airport", "--key", "ident"));
    }
}
