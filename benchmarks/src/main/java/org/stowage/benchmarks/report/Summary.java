package org.stowage.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.stowage.benchmarks.run.Line;
import org.stowage.benchmarks.run.Measured;
import org.stowage.benchmarks.run.Target;

/** What one wants to know first: a row for each line, everybody's speed beside the floor's, the target and what became of it. */
final class Summary {

    private static final String ABSENT = "–";

    private final StringBuilder text = new StringBuilder();

    private Summary() {}

    static String of(Map<Line, Measured> measured) {
        Summary summary = new Summary();
        summary.text.append("""
                Speeds are those of the floor's, which is 1: 0.50 is half as fast, medians of the rounds. What was not met is explained
                [below](#what-is-missed-and-why).

                """);
        Map<List<String>, Map<Line, Standing>> contests = new LinkedHashMap<>();
        Map<Line, Standing> growths = new LinkedHashMap<>();
        Map<Line, Standing> others = new LinkedHashMap<>();
        measured.forEach((line, result) -> {
            Map<Line, Standing> group = line.isContest()
                    ? contests.computeIfAbsent(line.contenders(), contenders -> new LinkedHashMap<>())
                    : line.grows() ? growths : others;
            group.put(line, new Standing(line, result.figures()));
        });
        contests.values().forEach(summary::contest);
        if (!growths.isEmpty()) {
            summary.growth(growths);
        }
        if (!others.isEmpty()) {
            summary.targets(others);
        }
        return summary.text.toString();
    }

    private void contest(Map<Line, Standing> lines) {
        Line any = lines.keySet().iterator().next();
        heading("Beside " + any.name(any.contenders().getFirst()));
        List<String> others = any.contenders().subList(1, any.contenders().size());
        List<String> head = new ArrayList<>(
                List.of("", "floor: " + any.name(any.contenders().getFirst())));
        others.forEach(contender -> head.add(any.isOurs(contender) ? bold(any.name(contender)) : any.name(contender)));
        head.addAll(List.of("spread", "target", "verdict"));
        row(head);
        row(head.stream().map(column -> column.isEmpty() ? "---" : "---:").toList());
        lines.forEach((line, standing) -> {
            List<String> cells = new ArrayList<>(List.of(link(line), floor(line, standing)));
            for (String contender : others) {
                String speed = speed(standing, contender, standing.floor());
                cells.add(line.isOurs(contender) ? bold(speed) : speed);
            }
            cells.add(spread(standing));
            cells.add(joined(line, target -> target(line, target)));
            cells.add(joined(line, target -> verdict(standing, target)));
            row(cells);
        });
        text.append('\n');
    }

    private static String floor(Line line, Standing standing) {
        return standing.median(standing.floor()).stream()
                .mapToObj(Quantity.of(line.clock()))
                .collect(Collectors.joining());
    }

    private void growth(Map<Line, Standing> lines) {
        heading("With more rows");
        List<String> sizes = lines.keySet().stream()
                .flatMap(line -> line.contenders().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList();
        Line any = lines.keySet().iterator().next();
        List<String> head = new ArrayList<>(List.of("growth"));
        sizes.forEach(rows -> head.add(any.name(rows)));
        head.add("slope");
        row(head);
        row(head.stream()
                .map(column -> column.equals("growth") ? "---" : "---:")
                .toList());
        lines.forEach((line, standing) -> {
            List<String> cells = new ArrayList<>(List.of(link(line)));
            for (String rows : sizes) {
                cells.add(standing.median(rows).stream()
                        .mapToObj(Quantity.of(line.clock()))
                        .findFirst()
                        .orElse(ABSENT));
            }
            cells.add(Growth.of(line, standing).map(Growth::shortly).orElse(ABSENT));
            row(cells);
        });
        text.append('\n');
    }

    private void targets(Map<Line, Standing> lines) {
        heading("Other targets");
        row(List.of("", "who", "beside", "target", "reached", "spread", "verdict"));
        row(List.of("---", "---", "---", "---:", "---:", "---:", "---"));
        lines.forEach((line, standing) -> {
            for (Target target : line.targets()) {
                row(List.of(
                        link(line),
                        line.name(target.who()),
                        line.name(target.than()),
                        Quantity.times(target.atLeast()),
                        speed(standing, target.who(), target.than()),
                        spread(standing),
                        verdict(standing, target)));
            }
        });
        text.append('\n');
    }

    private interface Cell {
        String of(Target target);
    }

    private static String joined(Line line, Cell cell) {
        return line.targets().stream().map(cell::of).collect(Collectors.joining("; "));
    }

    private static String target(Line line, Target target) {
        String atLeast = Quantity.times(target.atLeast());
        boolean floor = target.than().equals(line.contenders().getFirst());
        return floor ? atLeast : atLeast + " × " + line.name(target.than());
    }

    private static String verdict(Standing standing, Target target) {
        return standing.verdict(target)
                .map(verdict -> verdict == Verdict.NOT_MET ? bold(verdict.title()) : verdict.title())
                .orElse("not measured");
    }

    private static String speed(Standing standing, String who, String than) {
        return standing.speed(who, than).stream()
                .mapToObj(Quantity::times)
                .findFirst()
                .orElse(ABSENT);
    }

    private static String spread(Standing standing) {
        return standing.spread().stream()
                .mapToObj(spread -> "± " + Math.round(100 * spread) + " %")
                .findFirst()
                .orElse(ABSENT);
    }

    /** Leads to the line's own heading, whose anchor is what GitHub makes of it. */
    private static String link(Line line) {
        String anchor = (line.id() + ": " + line.title())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
        return "[" + line.id() + "](#" + anchor + ") " + line.title();
    }

    private static String bold(String content) {
        return "**" + content + "**";
    }

    private void heading(String title) {
        text.append("### ").append(title).append("\n\n");
    }

    private void row(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
