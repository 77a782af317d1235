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
import org.stowage.benchmarks.report.Compare.Ratio;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.FigureFile;
import org.stowage.benchmarks.run.Machine;
import org.stowage.benchmarks.run.Turns;

class ReportTest {

    private static final Machine MACHINE =
            new Machine("2026-01-01", 2, "a processor", "a system", "25", List.of("h2 2.4"), 3, 500);

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
                .contains("| W3-sqlite | Stowage on sqlite | raw JDBC | 0.80 | 0.80 | ± 0 % | met |");
    }

    @Test
    void showsWhoFailedAndWhy() throws IOException {
        String page = page(figure("JDBC", 1), new Figure("W3-sqlite", "SQLITE", null, "the disk is full"));
        assertThat(page)
                .contains("| Stowage on sqlite | failed: the disk is full | | |")
                .contains("| 0.80 | – | – | not measured |");
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
    void saysWhichRatioFell() {
        Map<String, Ratio> recorded = Map.of("slow", new Ratio(0.9, 0.1), "same", new Ratio(0.9, 0.1));
        Map<String, Ratio> now =
                Map.of("slow", new Ratio(0.7, 0.02), "same", new Ratio(0.8, 0.02), "new", new Ratio(0.1, 0));
        assertThat(Compare.fallen(recorded, now)).singleElement().asString().startsWith("slow fell from 0.90 to 0.70");
    }

    private String page(Figure... figures) throws IOException {
        Path page = folder.resolve("performance.md");
        Report.write(new FigureFile(MACHINE, List.of(figures)), page, folder.resolve("plots"));
        return Files.readString(page);
    }

    private static Figure figure(String contender, double... seconds) {
        List<Double> times = Arrays.stream(seconds).boxed().toList();
        return new Figure("W3-sqlite", contender, new Turns(times, times, List.of()), null);
    }
}
