package org.stowage.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.stowage.benchmarks.run.FigureFile;
import org.stowage.benchmarks.run.Line;
import org.stowage.benchmarks.run.Measured;
import org.stowage.benchmarks.run.Plan;
import tools.jackson.core.JacksonException;
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
     * @param spread how far the floor's control was away from the floor, or without one the rounds from their median
     */
    public record Ratio(double speed, double spread) {}

    /**
     * What became of recorded ratios.
     *
     * @param compared how many were recorded and measured
     * @param fallen a sentence for each that has fallen by more than it may, or whose contender failed
     * @param unmeasured those whose line was not run
     */
    record Outcome(int compared, List<String> fallen, List<String> unmeasured) {}

    /**
     * Compares the last results with the recorded ratios, or records them.
     *
     * @param arguments {@code --folder} and the folder of what was built, and perhaps {@code --record}
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        System.exit(run(
                folder.resolve("results"),
                folder.resolve("../recorded.json").normalize(),
                List.of(arguments).subList(2, arguments.length),
                System.out,
                System.err));
    }

    /** Returns 0 if nothing has fallen, 1 if something has, and 2 if nothing can be said. */
    static int run(Path results, Path recorded, List<String> options, Appendable out, Appendable err) {
        try {
            if (!options.isEmpty() && !options.equals(List.of("--record"))) {
                throw new IOException(
                        "'" + String.join(" ", options) + "' is no option: expected '--record' or nothing");
            }
            Map<String, Measured> measured = FigureFile.read(results);
            if (!options.isEmpty()) {
                record(recorded, ratios(measured));
                out.append("recorded: " + ratios(measured).size() + " ratios in '" + recorded + "'\n");
                return 0;
            }
            Outcome outcome = compare(read(recorded), measured);
            for (String sentence : outcome.fallen()) {
                out.append(sentence).append('\n');
            }
            if (!outcome.unmeasured().isEmpty()) {
                out.append("not measured this time: " + String.join(", ", outcome.unmeasured()) + "\n");
            }
            out.append(
                    outcome.compared() + " ratios compared, " + outcome.fallen().size() + " fallen\n");
            return outcome.fallen().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            complain(err, e);
            return 2;
        }
    }

    private static void complain(Appendable err, IOException failure) {
        try {
            err.append("benchmarks/compare: " + failure.getMessage() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the ratios of ours, by line and contender. */
    static Map<String, Ratio> ratios(Map<String, Measured> measured) {
        Map<String, Ratio> ratios = new TreeMap<>();
        for (Line line : Plan.lines()) {
            Measured result = measured.get(line.id());
            if (result != null) {
                Standing standing = new Standing(line, result.figures());
                for (String contender : line.contenders()) {
                    OptionalDouble speed = standing.speed(contender, standing.floor());
                    if (counts(line, contender) && speed.isPresent() && Double.isFinite(speed.getAsDouble())) {
                        ratios.put(
                                line.id() + " " + contender,
                                new Ratio(rounded(speed.getAsDouble()), rounded(standing.noise(contender))));
                    }
                }
            }
        }
        return ratios;
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }

    private static boolean counts(Line line, String contender) {
        return line.isOurs(contender) && !contender.equals(line.contenders().getFirst()) && !line.isControl(contender);
    }

    static Outcome compare(Map<String, Ratio> recorded, Map<String, Measured> measured) {
        Map<String, Ratio> now = ratios(measured);
        List<String> fallen = new ArrayList<>();
        List<String> unmeasured = new ArrayList<>();
        recorded.forEach((name, before) -> {
            Ratio ratio = now.get(name);
            if (ratio != null) {
                double tolerance = LEAST_TOLERANCE + Math.max(before.spread(), ratio.spread());
                if (ratio.speed() * (1 + tolerance) < before.speed()) {
                    fallen.add("'" + name + "' fell from " + Quantity.times(before.speed()) + " to "
                            + Quantity.times(ratio.speed()) + " of its floor; " + Math.round(100 * tolerance)
                            + " % may be the machine's");
                }
            } else if (measured.containsKey(name.substring(0, name.indexOf(' ')))) {
                fallen.add("'" + name + "' has no ratio: expected " + Quantity.times(before.speed())
                        + " of its floor; see what failed in the line's table");
            } else {
                unmeasured.add(name.substring(0, name.indexOf(' ')));
            }
        });
        int compared = (int) recorded.keySet().stream().filter(now::containsKey).count();
        return new Outcome(compared, fallen, unmeasured.stream().distinct().toList());
    }

    private static void record(Path file, Map<String, Ratio> now) throws IOException {
        // What was not measured now keeps what was recorded before.
        Map<String, Ratio> all = Files.exists(file) ? read(file) : new TreeMap<>();
        all.putAll(now);
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private static Map<String, Ratio> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(
                    "nothing is recorded yet: expected '" + file + "', which 'benchmarks/compare --record' writes");
        }
        try {
            return JsonMapper.shared().readValue(file.toFile(), new TypeReference<TreeMap<String, Ratio>>() {});
        } catch (JacksonException e) {
            throw new IOException(
                    "'" + file + "' cannot be read: expected what 'benchmarks/compare --record' writes", e);
        }
    }
}
