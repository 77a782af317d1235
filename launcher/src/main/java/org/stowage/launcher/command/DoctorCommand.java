package org.stowage.launcher.command;

import java.util.ArrayList;
import java.util.List;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.health.CompositionHealth;
import org.stowage.launcher.health.Finding;
import org.stowage.launcher.health.Finding.Level;
import org.stowage.launcher.health.ProcessHealth;
import org.stowage.launcher.health.ProviderHealth;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.output.Paragraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at everything that a command needs, and says what is not well. */
@Command(
        name = "doctor",
        description = "Check Java, the distribution and every provider; the status is 1 if there is a problem.")
final class DoctorCommand implements Runnable {

    private static final int LEVEL_WIDTH = "problem".length() + 2;

    private final CommandContext context;

    @Mixin
    private FormatOption format;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<Finding> findings = new ArrayList<>(ProcessHealth.of(context.surroundings()));
        findings.addAll(CompositionHealth.of(context.surroundings()));
        GlobalOptions global = context.global();
        findings.addAll(
                ProviderHealth.of(context.surroundings(), global.providers(), global.preferred(), global.require()));
        if (format.orTable() == OutputFormat.TABLE) {
            context.print(forPeople(findings));
        } else {
            TextRows rows = new TextRows("level", "subject", "finding", "remedy");
            findings.forEach(finding ->
                    rows.add(finding.level().toString(), finding.subject(), finding.text(), finding.remedy()));
            rows.print(context, format.orTable());
        }
        long problems = count(findings, Level.PROBLEM);
        if (problems > 0) {
            throw new FailureException(
                    problems == 1 ? "there is 1 problem, see above" : "there are " + problems + " problems, see above");
        }
    }

    private String forPeople(List<Finding> findings) {
        Paragraph paragraph = new Paragraph(context.surroundings().environment());
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String level = finding.level().toString();
            text.append(level).append(" ".repeat(LEVEL_WIDTH - level.length()));
            paragraph.append(text, finding.subject() + ": " + finding.text(), LEVEL_WIDTH);
            if (finding.remedy() != null) {
                text.append(" ".repeat(LEVEL_WIDTH));
                paragraph.append(text, "remedy: " + finding.remedy(), LEVEL_WIDTH);
            }
        }
        long warnings = count(findings, Level.WARNING);
        if (warnings > 0 || count(findings, Level.PROBLEM) == 0) {
            text.append(warnings == 0 ? "all is well" : warnings == 1 ? "1 warning" : warnings + " warnings")
                    .append('\n');
        }
        return text.toString();
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
