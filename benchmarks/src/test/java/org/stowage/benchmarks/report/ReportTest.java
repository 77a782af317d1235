package org.stowage.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.Machine;
import org.stowage.benchmarks.run.Measured;
import org.stowage.benchmarks.run.Turns;

class ReportTest {

    private static final Machine MACHINE = new Machine(2, "a processor", "a system", "25", List.of("h2 2.4"), 3, 500);

    @TempDir
    Path folder;

    @Test
    void comparesWithTheFloorOfTheSameRoundAndTakesTheMedian() throws IOException {
        String page = page(
                figure("JDBC", 0.010, 0.001, 0.002),
                figure("SQLITE", 0.020, 0.0011, 0.0025),
                figure("JDBC_AGAIN", 0.010, 0.001, 0.002));
        assertThat(page)
                .contains("| raw JDBC | 2.00 ms | 1.00 ms – 10.00 ms | 1.00 |")
                .contains("| Stowage on sqlite | 2.50 ms | 1.10 ms – 20.00 ms | 0.80 |")
                .contains("find by key | 2.00 ms | **0.80** | – | – | – | – | 1.00 | ± 0 % | 0.80 | met |");
    }

    @Test
    void showsWhoFailedAndWhy() throws IOException {
        String page = page(figure("JDBC", 1), new Figure("SQLITE", null, "the disk is full"));
        assertThat(page)
                .contains("| Stowage on sqlite | failed: the disk is full | | |")
                .contains("| – | 0.80 | not measured |");
    }

    @Test
    void leavesWhatWasWrittenByHand() throws IOException {
        page(figure("JDBC", 1));
        Path file = folder.resolve("performance.md");
        Files.writeString(file, "before\n" + Files.readString(file) + "after\n");
        String page = page(figure("JDBC", 2));
        assertThat(page)
                .startsWith("before\n")
                .endsWith("after\n")
                .contains("2.00 s")
                .doesNotContain("1.00 s");
    }

    @Test
    void drawsTheSameFiguresTheSameWay() throws IOException {
        Path plot = folder.resolve("plots").resolve("W3-sqlite.svg");
        page(figure("JDBC", 1), figure("SQLITE", 1.25));
        String first = Files.readString(plot);
        page(figure("JDBC", 1), figure("SQLITE", 1.25));
        assertThat(Files.readString(plot))
                .isEqualTo(first)
                .contains(">0.80</text>")
                .startsWith("<svg ");
    }

    @Test
    void drawsACurveOfWhatGrowsAndNamesItsSlope() throws IOException {
        Measured grown = measured("growth-W8-sqlite", figure("10000", 1), figure("100000", 1.1), figure("1000000", 1));
        Path page = folder.resolve("performance.md");
        Report.write(Map.of(grown.line(), grown), page, folder.resolve("plots"));
        assertThat(page).content().contains("| 1.00 s | 1.10 s | 1.00 s | – | **constant**, rows^0.00 |");
        assertThat(folder.resolve("plots").resolve("growth-W8-sqlite.svg"))
                .content()
                .contains("<circle", "100,000 rows");
    }

    private String page(Figure... figures) throws IOException {
        Path page = folder.resolve("performance.md");
        Measured measured = measured("W3-sqlite", figures);
        Report.write(Map.of(measured.line(), measured), page, folder.resolve("plots"));
        return Files.readString(page);
    }

    static Measured measured(String line, Figure... figures) {
        return new Measured(line, "2026-01-01T00:00:00Z", 30, MACHINE, List.of(figures));
    }

    static Figure figure(String contender, double... seconds) {
        List<Double> times = Arrays.stream(seconds).boxed().toList();
        return new Figure(contender, new Turns(times, times, List.of()), null);
    }
}
