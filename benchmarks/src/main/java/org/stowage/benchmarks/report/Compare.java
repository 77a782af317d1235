package org.stowage.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.FigureFile;
import org.stowage.benchmarks.run.Line;
import org.stowage.benchmarks.run.Plan;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the speeds of ours beside their floors with those that were recorded last. What counts are ratios, which two machines share
 * more than times; how much a ratio may fall is what the floor's control was apart from the floor, then and now, and a little more.
 */
public final class Compare {

    private static final double LEAST_TOLERANCE = 0.05;

    private Compare() {}

    /**
     * A ratio.
     *
     * @param speed how many times as fast as its floor somebody was
     * @param spread how far the floor's control was away from the floor
     */
    public record Ratio(double speed, double spread) {}

    /**
     * Compares the last results with the recorded ratios, or records them.
     *
     * @param arguments {@code --folder} and the folder of what was built, and perhaps {@code --record}
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Path recorded = folder.resolve("../recorded.json").normalize();
        Map<String, Ratio> now =
                ratios(FigureFile.read(folder.resolve("results")).figures());
        if (arguments.length > 2 && arguments[2].equals("--record")) {
            record(recorded, now);
            System.out.println("recorded: " + now.size() + " ratios in " + recorded);
            return;
        }
        if (arguments.length > 2) {
            System.err.println("benchmarks/compare: '" + arguments[2] + "' is no option: expected --record or nothing");
            System.exit(2);
        }
        if (!Files.exists(recorded)) {
            System.err.println("benchmarks/compare: nothing is recorded yet: expected '" + recorded
                    + "', which benchmarks/compare --record writes");
            System.exit(2);
        }
        List<String> fallen = fallen(read(recorded), now);
        fallen.forEach(System.out::println);
        System.out.println(now.size() + " ratios compared, " + fallen.size() + " fallen");
        System.exit(fallen.isEmpty() ? 0 : 1);
    }

    /** Returns the ratios of ours, by line and contender. */
    static Map<String, Ratio> ratios(List<Figure> figures) {
        Map<String, List<Figure>> byLine = figures.stream().collect(Collectors.groupingBy(Figure::line));
        Map<String, Ratio> ratios = new TreeMap<>();
        for (Line line : Plan.lines()) {
            Standing standing = new Standing(line, byLine.getOrDefault(line.id(), List.of()));
            for (String contender : line.contenders()) {
                OptionalDouble speed = standing.speed(contender, standing.floor());
                if (line.isOurs(contender) && !contender.equals(standing.floor()) && speed.isPresent()) {
                    ratios.put(
                            line.id() + " " + contender,
                            new Ratio(speed.getAsDouble(), standing.spread().orElse(LEAST_TOLERANCE)));
                }
            }
        }
        return ratios;
    }

    /** Returns a sentence for each ratio that has fallen by more than it may. */
    static List<String> fallen(Map<String, Ratio> recorded, Map<String, Ratio> now) {
        List<String> fallen = new ArrayList<>();
        now.forEach((name, ratio) -> {
            Ratio before = recorded.get(name);
            if (before != null) {
                double tolerance = LEAST_TOLERANCE + Math.max(before.spread(), ratio.spread());
                if (ratio.speed() * (1 + tolerance) < before.speed()) {
                    fallen.add(name + " fell from " + Quantity.times(before.speed()) + " to "
                            + Quantity.times(ratio.speed()) + " of its floor; " + Math.round(100 * tolerance)
                            + " % may be the machine's");
                }
            }
        });
        return fallen;
    }

    private static void record(Path file, Map<String, Ratio> now) throws IOException {
        // What was not measured now keeps what was recorded before.
        Map<String, Ratio> all = Files.exists(file) ? read(file) : new TreeMap<>();
        all.putAll(now);
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private static Map<String, Ratio> read(Path file) {
        return JsonMapper.shared().readValue(file.toFile(), new TypeReference<TreeMap<String, Ratio>>() {});
    }
}
