package org.stowage.conformance;

import org.stowage.certificate.KitVersion;
import org.stowage.certificate.OptOut;
import org.stowage.spi.SpiVersions;

/** A result in Markdown, whole. */
final class MarkdownReport {

    private final ConformanceResult result;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(ConformanceResult result) {
        this.result = result;
    }

    static String of(ConformanceResult result) {
        return new MarkdownReport(result).text();
    }

    private String text() {
        line("# Conformance of " + result.provider().name());
        line("");
        line("**" + SummaryReport.verdict(result) + ".**");
        line("");
        line("Kit " + KitVersion.current() + ", SPI " + SpiVersions.CURRENT + ", level " + result.level() + ", seed `"
                + result.seed() + "`.");
        rulesLeftOut();
        brokenRules();
        topics();
        result.failures().forEach(this::failure);
        skipped();
        remarks();
        return text.toString();
    }

    private void rulesLeftOut() {
        if (!result.optOuts().isEmpty()) {
            heading("Rules left out");
            for (OptOut optOut : result.optOuts()) {
                line("- " + optOut.rule() + ": " + cell(optOut.reason()));
            }
        }
    }

    private void brokenRules() {
        if (!result.failures().isEmpty()) {
            heading("Rules that are broken, or were not shown to hold");
            for (ContractRule rule : result.brokenRules()) {
                line("- [" + rule.number() + "](" + rule.anchor() + ") " + cell(rule.words()));
            }
        }
    }

    private void topics() {
        heading("Topics");
        line("| topic | passed | failed | skipped |");
        line("|---|---|---|---|");
        for (TopicCount topic : result.topics()) {
            line("| " + topic.topic() + " | " + topic.passed() + " | " + topic.failed() + " | " + topic.skipped()
                    + " |");
        }
    }

    private void failure(FailedTest failure) {
        heading(failure.topic() + "." + failure.test());
        for (ContractRule rule : failure.rules()) {
            line("- [" + rule.number() + "](" + rule.anchor() + ") " + cell(rule.words()));
        }
        block("text", failure.message());
        failure.program().ifPresent(program -> block("java", program));
    }

    private void skipped() {
        if (!result.skipped().isEmpty()) {
            heading("Not run");
            for (SkippedTest skipped : result.skipped()) {
                line("- " + skipped.topic() + "." + skipped.test() + ": " + cell(skipped.reason()));
            }
        }
    }

    private void remarks() {
        if (!result.remarks().isEmpty()) {
            heading("Remarks");
            result.remarks().forEach(remark -> line("- " + cell(remark)));
        }
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void block(String language, String content) {
        String fence = content.contains("```") ? "~~~~~" : "```";
        line("");
        line(fence + language);
        line(content.stripTrailing());
        line(fence);
    }

    private static String cell(String text) {
        return PlainText.line(text).replace("<", "&lt;").replace("*", "\\*");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
