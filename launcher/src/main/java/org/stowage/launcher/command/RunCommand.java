package org.stowage.launcher.command;

import java.util.List;
import org.stowage.application.ApplicationOption;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.application.Applications;
import org.stowage.launcher.application.FoundApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.PicocliException;

/** Starts an application. Each one that is there is a command below this one, with options of its own. */
@Command(
        name = "run",
        description = "Start an application, on the store or stores that are asked for.",
        synopsisSubcommandLabel = "APPLICATION",
        subcommandsRepeatable = false)
final class RunCommand implements Runnable {

    private final Applications applications;

    private RunCommand(Applications applications) {
        this.applications = applications;
    }

    /** Returns the command with those below it. */
    static CommandLine commandLine(CommandContext context) {
        Applications applications = Applications.search(context.surroundings().home());
        CommandLine run = new CommandLine(new RunCommand(applications));
        run.getCommandSpec().usageMessage().commandListHeading("%nApplications:%n");
        for (FoundApplication found : applications.found()) {
            run.addSubcommand(found.name(), application(context, found));
        }
        return run;
    }

    private static CommandLine application(CommandContext context, FoundApplication found) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new RunApplication(context, found));
        spec.name(found.name()).usageMessage().description(found.application().description());
        try {
            for (ApplicationOption option : found.application().options()) {
                spec.addOption(option(option));
            }
        } catch (PicocliException e) {
            throw new FailureException(
                    "the application '" + found.name() + "' has an option that cannot be offered: " + e.getMessage(),
                    e);
        }
        return new CommandLine(spec);
    }

    private static OptionSpec option(ApplicationOption option) {
        OptionSpec.Builder builder = OptionSpec.builder("--" + option.name());
        if (option.isFlag()) {
            return builder.type(boolean.class)
                    .arity("0")
                    .description(option.description())
                    .build();
        }
        String otherwise = option.defaultValue().map(text -> " (" + text + ")").orElse("");
        return builder.type(String.class)
                .arity("1")
                .paramLabel(option.valueName().orElse("VALUE"))
                .description(option.description() + otherwise)
                .build();
    }

    @Override
    public void run() {
        List<String> names =
                applications.found().stream().map(FoundApplication::name).toList();
        throw new UsageException(
                names.isEmpty()
                        ? "there is no application to run; put one into the folder 'applications' of the distribution"
                        : "name an application to run; there is '" + String.join("', '", names) + "'");
    }
}
