package org.stowage.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the results of one round, as JMH writes them in JSON: seconds for an operation, or operations in a second. */
final class ResultFile {

    private static final double NANOS_IN_SECOND = 1e9;

    private ResultFile() {}

    static List<Outcome> read(Path file) {
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode result : JsonMapper.shared().readTree(file)) {
            outcomes.add(outcome(result));
        }
        return outcomes;
    }

    private static Outcome outcome(JsonNode result) {
        JsonNode metric = result.path("primaryMetric");
        double score = metric.path("score").asDouble();
        String unit = metric.path("scoreUnit").asString();
        Entrant entrant = Entrant.valueOf(result.path("params").path("entrant").asString());
        return switch (unit) {
            case "s/op" -> new Outcome(workload(result), entrant, score, OptionalDouble.empty());
            case "ops/s" -> new Outcome(workload(result), entrant, 1 / score, processorSeconds(result, score));
            default ->
                throw new IllegalArgumentException(
                        "'" + unit + "' is not a unit of a workload: expected 's/op' or 'ops/s'");
        };
    }

    // The counter is divided by the time, as the score is: nanoseconds on the processor in a second on the wall.
    private static OptionalDouble processorSeconds(JsonNode result, double operations) {
        JsonNode counter = result.path("secondaryMetrics").path(ProcessorTime.COUNTER);
        return counter.isMissingNode()
                ? OptionalDouble.empty()
                : OptionalDouble.of(counter.path("score").asDouble() / NANOS_IN_SECOND / operations);
    }

    private static String workload(JsonNode result) {
        String[] names = result.path("benchmark").asString().split("\\.", -1);
        StringBuilder workload = new StringBuilder(words(names[names.length - 2]));
        result.path("params").properties().forEach(parameter -> {
            if (!parameter.getKey().equals("entrant")) {
                workload.append(", ")
                        .append(parameter.getValue().asString())
                        .append(' ')
                        .append(parameter.getKey());
            }
        });
        return workload.toString();
    }

    /** Returns {@code W3 find by key} for {@code W3FindByKey}. */
    private static String words(String className) {
        String[] words = className.split("(?<=.)(?=[A-Z])", -1);
        for (int i = 1; i < words.length; i++) {
            words[i] = words[i].toLowerCase(Locale.ROOT);
        }
        return String.join(" ", words);
    }
}
