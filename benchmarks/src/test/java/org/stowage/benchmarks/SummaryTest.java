package org.stowage.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    Path folder;

    @Test
    void comparesWithTheFloorOfTheSameRoundAndTakesTheMedian() throws IOException {
        Path slow = round("slow", finds("JDBC", 100, 0.5e9), finds("SQLITE", 50, 0.5e9), finds("JSON_FILE", 10, 1e9));
        Path fast = round("fast", finds("JDBC", 1000, 1e9), finds("SQLITE", 900, 1e9), finds("JSON_FILE", 10, 1e9));
        Path middle = round("middle", finds("JDBC", 500, 1e9), finds("SQLITE", 400, 1e9), finds("JSON_FILE", 10, 1e9));
        assertThat(Summary.of(List.of(slow, fast, middle))).isEqualTo("""
                        ### W3 find by key, 7 rows, rounds: 3

                        | | time of an operation | least to most | speed, floor = 1 | by processor time |
                        |---|---:|---:|---:|---:|
                        | raw JDBC | 2.00 ms | 1.00 ms – 10.00 ms | 1.00 | 1.00 |
                        | Stowage on sqlite | 2.50 ms | 1.11 ms – 20.00 ms | 0.80 | 0.80 |
                        | Stowage on json-file | 100.00 ms | 100.00 ms – 100.00 ms | – | – |

                        """);
    }

    @Test
    void readsTimesWhereNoProcessorTimeWasCounted() throws IOException {
        Path only = round("only", shot("MAP", "0.004"), shot("MEMORY", "0.00000016"));
        assertThat(Summary.of(List.of(only)))
                .contains("### W2 single inserts, 7 rows, rounds: 1")
                .contains("| hand-indexed hash map | 4.00 ms | 4.00 ms – 4.00 ms | 1.00 | – |")
                .contains("| Stowage on memory | 160 ns | 160 ns – 160 ns | 25000.00 | – |");
    }

    private Path round(String name, String... results) throws IOException {
        return Files.writeString(folder.resolve(name), "[" + String.join(",", results) + "]");
    }

    private static String finds(String entrant, double score, double processorNanos) {
        return result("W3FindByKey.find", entrant, Double.toString(score), "ops/s", processorNanos(processorNanos));
    }

    private static String processorNanos(double score) {
        return "\"processorNanos\": {\"score\": " + score + "}";
    }

    private static String shot(String entrant, String score) {
        return result("W2SingleInserts.insertEach", entrant, score, "s/op", "");
    }

    private static String result(String benchmark, String entrant, String score, String unit, String secondary) {
        return """
                {"benchmark": "org.stowage.benchmarks.%s", "params": {"entrant": "%s", "rows": "7"},
                 "primaryMetric": {"score": %s, "scoreUnit": "%s"}, "secondaryMetrics": {%s}}""".formatted(benchmark, entrant, score, unit, secondary);
    }
}
