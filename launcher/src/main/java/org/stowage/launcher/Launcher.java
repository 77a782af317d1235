package org.stowage.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.stowage.launcher.command.CommandContext;
import org.stowage.launcher.command.Commands;
import org.stowage.launcher.command.GlobalOptions;
import org.stowage.launcher.command.RootCommand;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** Finds the command that a command line names, runs it and returns a status. */
final class Launcher {

    private final Surroundings surroundings;

    Launcher(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(String[] arguments) {
        ErrorReport report =
                new ErrorReport(surroundings.errors(), Arrays.asList(arguments).contains("--debug"));
        int status;
        try {
            List<String> ordered = LeadingOptions.behindCommand(arguments);
            CommandContext context = new CommandContext(surroundings, new GlobalOptions());
            status = execute(commandLine(ordered, context), ordered);
            context.finish();
        } catch (RuntimeException | Error failure) {
            status = report.of(failure);
        }
        try {
            surroundings.output().flush();
            return status;
        } catch (IOException e) {
            return status == ErrorReport.DONE ? report.of(new UncheckedIOException(e)) : status;
        }
    }

    private CommandLine commandLine(List<String> arguments, CommandContext context) {
        CommandLine root = new CommandLine(new RootCommand());
        root.addMixin("global", context.global());
        String command = arguments.stream()
                .filter(argument -> Commands.names().contains(argument))
                .findFirst()
                .orElse("");
        boolean alone = !arguments.isEmpty() && arguments.get(0).equals(command);
        for (String name : Commands.names()) {
            if (!alone || name.equals(command)) {
                Commands.add(root, name, context);
            }
        }
        return configured(root);
    }

    private CommandLine configured(CommandLine root) {
        addHelp(root);
        root.setOut(new PrintWriter(surroundings.output(), false, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(surroundings.errors(), true, StandardCharsets.UTF_8));
        root.setExpandAtFiles(false);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setOverwrittenOptionsAllowed(false);
        root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        root.setUsageHelpLongOptionsMaxWidth(28);
        return root;
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(Launcher::addHelp);
    }

    private static int execute(CommandLine root, List<String> arguments) {
        ParseResult parsed = root.parseArgs(arguments.toArray(String[]::new));
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            root.getOut().flush();
            return helped;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        // Without the library's own strategy, which would wrap what is thrown.
        ((Runnable) last.commandSpec().userObject()).run();
        return ErrorReport.DONE;
    }
}
