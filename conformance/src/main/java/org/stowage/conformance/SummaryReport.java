package org.stowage.conformance;

import java.time.Duration;
import java.util.Locale;
import org.stowage.certificate.KitVersion;
import org.stowage.certificate.OptOut;

/** What a terminal shows of a result. */
final class SummaryReport {

    private static final int LONGEST_MESSAGE = 400;
    private static final int MOST_FAILURES = 10;

    private final ConformanceResult result;
    private final StringBuilder text = new StringBuilder();

    private SummaryReport(ConformanceResult result) {
        this.result = result;
    }

    static String of(ConformanceResult result) {
        return new SummaryReport(result).text();
    }

    private String text() {
        line(verdict(result));
        line("  " + circumstances(result));
        for (OptOut optOut : result.optOuts()) {
            line("  without rule " + optOut.rule() + ": " + optOut.reason());
        }
        result.skipped().stream().map(SkippedTest::reason).distinct().forEach(reason -> line("  skipped: " + reason));
        result.remarks().forEach(remark -> line("  " + remark));
        if (!result.failures().isEmpty()) {
            line("broken, or not shown to hold:");
            result.brokenRules().forEach(rule -> line("  " + rule + "  (" + rule.anchor() + ")"));
            line("failed:");
            result.failures().stream().limit(MOST_FAILURES).forEach(this::failure);
            if (result.failures().size() > MOST_FAILURES) {
                line("  and " + (result.failures().size() - MOST_FAILURES) + " more, which a report shows");
            }
        }
        return text.toString();
    }

    static String verdict(ConformanceResult result) {
        int failed = result.failures().size();
        return result.provider().name() + " " + PlainText.line(result.provider().version())
                + (result.passed() ? " passed" : " failed")
                + ": " + result.passedCount() + " tests passed, " + failed + " failed, "
                + result.skipped().size() + " skipped, in " + duration(result.duration());
    }

    static String circumstances(ConformanceResult result) {
        String fewer = TrialSize.fewer();
        return "level " + result.level() + ", kit " + KitVersion.current() + ", seed " + result.seed()
                + (fewer.isEmpty() ? "" : ", with fewer trials than usual: " + fewer);
    }

    static String duration(Duration duration) {
        return duration.compareTo(Duration.ofMinutes(1)) < 0
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private void failure(FailedTest failure) {
        line("  " + failure.topic() + "." + failure.test());
        String message = failure.message();
        String shown = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
        shown.lines().filter(each -> !each.isBlank()).forEach(each -> line("      " + each));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
