package org.stowage.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stowage.benchmarks.report.ReportTest.figure;
import static org.stowage.benchmarks.report.ReportTest.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.Measured;
import tools.jackson.databind.json.JsonMapper;

class CompareTest {

    @TempDir
    Path folder;

    private final StringBuilder said = new StringBuilder();

    @Test
    void endsWith1AndSaysWhichRatioFell() throws IOException {
        results(line("W3-sqlite", 1.25), line("W4-sqlite", 1.25));
        assertThat(compare("--record")).isZero();
        assertThat(compare()).isZero();
        results(line("W3-sqlite", 1.45), line("W4-sqlite", 1.26));
        assertThat(compare()).isOne();
        assertThat(said)
                .contains("'W3-sqlite SQLITE' fell from 0.80 to 0.69 of its floor; 5 % may be the machine's")
                .contains("2 ratios compared, 1 fallen");
    }

    @Test
    void allowsWhatTheControlWasApart() throws IOException {
        results(line("W3-sqlite", 1.25));
        compare("--record");
        results(measured("W3-sqlite", figure("JDBC", 1), figure("SQLITE", 1.45), figure("JDBC_AGAIN", 1.2)));
        assertThat(compare()).isZero();
    }

    @Test
    void namesLinesThatWereNotRunAndKeepsWhatIsRecordedOfThem() throws IOException {
        results(line("W3-sqlite", 1.25), line("W4-sqlite", 1.25));
        compare("--record");
        results(line("W4-sqlite", 1.2));
        assertThat(compare("--record")).isZero();
        assertThat(compare()).isZero();
        assertThat(said).contains("not measured this time: W3-sqlite\n1 ratios compared, 0 fallen");
    }

    @Test
    void takesAContenderThatFailsForFallen() throws IOException {
        results(line("W3-sqlite", 1.25));
        compare("--record");
        results(measured("W3-sqlite", figure("JDBC", 1), new Figure("SQLITE", null, "the disk is full")));
        assertThat(compare()).isOne();
        assertThat(said).contains("'W3-sqlite SQLITE' has no ratio: expected 0.80");
    }

    @Test
    void endsWith2WhereThereIsNothingToCompare() throws IOException {
        assertThat(compare()).isEqualTo(2);
        assertThat(said).contains("measured.jsonl' is not there");
        results(line("W3-sqlite", 1.25));
        assertThat(compare()).isEqualTo(2);
        assertThat(said).contains("nothing is recorded yet: expected '");
        assertThat(compare("--recrod")).isEqualTo(2);
        assertThat(said).contains("'--recrod' is no option: expected '--record' or nothing");
    }

    private static Measured line(String name, double seconds) {
        return measured(name, figure("JDBC", 1), figure("SQLITE", seconds), figure("JDBC_AGAIN", 1));
    }

    private void results(Measured... all) throws IOException {
        Files.write(
                folder.resolve("measured.jsonl"),
                Stream.of(all).map(JsonMapper.shared()::writeValueAsString).toList());
    }

    private int compare(String... options) {
        return Compare.run(folder, folder.resolve("recorded.json"), List.of(options), said, said);
    }
}
