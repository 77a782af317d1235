package org.stowage.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints how everybody did, as a table in Markdown for each workload. Machines get faster and slower within minutes, so an entrant is
 * compared with its floor in the same round only, and what is printed is the median of the rounds.
 */
public final class Summary {

    private static final String ABSENT = "–";

    private final List<Map<Entrant, Outcome>> rounds;

    private Summary(List<Map<Entrant, Outcome>> rounds) {
        this.rounds = rounds;
    }

    /**
     * Prints the tables.
     *
     * @param files the results of each round, in JSON
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] files) {
        System.out.print(of(Arrays.stream(files).map(Path::of).toList()));
    }

    /** Returns the tables of some rounds. */
    static String of(List<Path> files) {
        Map<String, List<Map<Entrant, Outcome>>> workloads = new TreeMap<>();
        for (Path file : files) {
            Map<String, Map<Entrant, Outcome>> round = new TreeMap<>();
            for (Outcome outcome : ResultFile.read(file)) {
                round.computeIfAbsent(outcome.workload(), name -> new EnumMap<>(Entrant.class))
                        .put(outcome.entrant(), outcome);
            }
            round.forEach((workload, outcomes) -> workloads
                    .computeIfAbsent(workload, name -> new ArrayList<>())
                    .add(outcomes));
        }
        StringBuilder text = new StringBuilder();
        workloads.forEach((workload, rounds) -> new Summary(rounds).write(workload, text));
        return text.toString();
    }

    private void write(String workload, StringBuilder text) {
        text.append("### ").append(workload).append(", rounds: ").append(rounds.size());
        text.append("\n\n| | time of an operation | least to most | speed, floor = 1 | by processor time |\n");
        text.append("|---|---:|---:|---:|---:|\n");
        for (Entrant entrant : Entrant.values()) {
            if (rounds.stream().anyMatch(round -> round.containsKey(entrant))) {
                writeRow(entrant, text);
            }
        }
        text.append('\n');
    }

    private void writeRow(Entrant entrant, StringBuilder text) {
        double[] seconds = sorted(round -> {
            Outcome outcome = round.get(entrant);
            return outcome == null ? OptionalDouble.empty() : OptionalDouble.of(outcome.seconds());
        });
        cell(text, entrant.title());
        cell(text, duration(median(seconds)));
        cell(text, duration(seconds[0]) + " – " + duration(seconds[seconds.length - 1]));
        cell(text, ratio(sorted(round -> speed(round, entrant, outcome -> OptionalDouble.of(outcome.seconds())))));
        cell(text, ratio(sorted(round -> speed(round, entrant, Outcome::processorSeconds))));
        text.append("|\n");
    }

    private static void cell(StringBuilder text, String content) {
        text.append("| ").append(content).append(' ');
    }

    /** Returns how much faster than its floor an entrant was in a round, if both took part and it has one. */
    private static OptionalDouble speed(
            Map<Entrant, Outcome> round, Entrant entrant, Function<Outcome, OptionalDouble> time) {
        @Nullable Outcome own = round.get(entrant);
        @Nullable Outcome floor = entrant.floor().map(round::get).orElse(null);
        if (own == null || floor == null) {
            return OptionalDouble.empty();
        }
        OptionalDouble ownTime = time.apply(own);
        OptionalDouble floorTime = time.apply(floor);
        return ownTime.isEmpty() || floorTime.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(floorTime.getAsDouble() / ownTime.getAsDouble());
    }

    private double[] sorted(Function<Map<Entrant, Outcome>, OptionalDouble> figure) {
        return rounds.stream()
                .map(figure)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String ratio(double[] sorted) {
        return sorted.length == 0 ? ABSENT : String.format(Locale.ROOT, "%.2f", median(sorted));
    }

    private static String duration(double seconds) {
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds >= 1e-3) {
            return String.format(Locale.ROOT, "%.2f ms", seconds * 1e3);
        }
        return seconds >= 1e-6
                ? String.format(Locale.ROOT, "%.2f µs", seconds * 1e6)
                : String.format(Locale.ROOT, "%.0f ns", seconds * 1e9);
    }
}
