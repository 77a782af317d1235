package org.stowage.conformance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.certificate.KitVersion;
import org.stowage.spi.SpiVersions;

/** A result as JSON, whole. It is little enough to be written without a library, which every author would have to take as well. */
final class JsonReport {

    private JsonReport() {}

    static String of(ConformanceResult result) {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("provider", result.provider().name());
        report.put("version", result.provider().version());
        report.put("passed", result.passed());
        report.put("level", result.level().toString());
        report.put("kit", KitVersion.current().text());
        report.put("spi", SpiVersions.CURRENT);
        // As a text: not every reader of JSON keeps all digits.
        report.put("seed", Long.toString(result.seed()));
        report.put("milliseconds", result.duration().toMillis());
        report.put(
                "optOuts",
                objects(result.optOuts(), optOut -> object("rule", optOut.rule(), "reason", optOut.reason())));
        report.put(
                "topics",
                objects(
                        result.topics(),
                        topic -> object(
                                "topic", topic.topic(),
                                "passed", topic.passed(),
                                "failed", topic.failed(),
                                "skipped", topic.skipped())));
        report.put("brokenRules", objects(result.brokenRules(), JsonReport::rule));
        report.put(
                "failures",
                objects(
                        result.failures(),
                        failure -> object(
                                "topic", failure.topic(),
                                "test", failure.test(),
                                "rules", objects(failure.rules(), JsonReport::rule),
                                "message", failure.message(),
                                "program", failure.source())));
        report.put(
                "skipped",
                objects(
                        result.skipped(),
                        skipped ->
                                object("topic", skipped.topic(), "test", skipped.test(), "reason", skipped.reason())));
        report.put("remarks", result.remarks());
        StringBuilder text = new StringBuilder();
        write(text, report, "\n");
        return text.append('\n').toString();
    }

    private static Map<String, @Nullable Object> rule(ContractRule rule) {
        return object("number", rule.number(), "words", rule.words(), "anchor", rule.anchor());
    }

    private static <T> Collection<?> objects(
            Collection<T> values, java.util.function.Function<T, Map<String, @Nullable Object>> object) {
        return values.stream().map(object).toList();
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    private static void write(StringBuilder text, @Nullable Object value, String lineBreak) {
        String within = lineBreak + "  ";
        if (value instanceof Map<?, ?> object) {
            text.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                text.append(separator)
                        .append(within)
                        .append(quoted(entry.getKey().toString()))
                        .append(": ");
                write(text, entry.getValue(), within);
                separator = ",";
            }
            text.append(lineBreak).append('}');
        } else if (value instanceof Collection<?> list) {
            text.append('[');
            String separator = "";
            for (Object element : list) {
                text.append(separator).append(within);
                write(text, element, within);
                separator = ",";
            }
            text.append(list.isEmpty() ? "" : lineBreak).append(']');
        } else {
            text.append(
                    value == null || value instanceof Number || value instanceof Boolean
                            ? value
                            : quoted(value.toString()));
        }
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(character -> switch (character) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    default ->
                        character < ' ' || Character.isSurrogate((char) character) || character >= 0x7F
                                ? "\\u%04x".formatted(character)
                                : Character.toString(character);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }
}
