package org.stowage.launcher.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name. Each is made only when it is needed, since making all takes longer than most of them run. */
public final class Commands {

    private static final Map<String, Function<CommandContext, CommandLine>> BY_NAME = byName();

    private Commands() {}

    private static Map<String, Function<CommandContext, CommandLine>> byName() {
        Map<String, Function<CommandContext, CommandLine>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::commandLine);
        commands.put("applications", context -> new CommandLine(new ApplicationsCommand(context)));
        commands.put("providers", context -> new CommandLine(new ProvidersCommand(context)));
        commands.put("doctor", context -> new CommandLine(new DoctorCommand(context)));
        commands.put("new-provider", context -> new CommandLine(new NewProviderCommand(context)));
        commands.put("describe", context -> new CommandLine(new DescribeCommand(context)));
        commands.put("import", context -> new CommandLine(new ImportCommand(context)));
        commands.put("export", context -> new CommandLine(new ExportCommand(context)));
        commands.put("query", context -> new CommandLine(new QueryCommand(context)));
        commands.put("get", context -> new CommandLine(new GetCommand(context)));
        commands.put("put", context -> new CommandLine(new PutCommand(context)));
        commands.put("delete", context -> new CommandLine(new DeleteCommand(context)));
        commands.put("count", context -> new CommandLine(new CountCommand(context)));
        commands.put("schema", context -> new CommandLine(new SchemaCommand(context)));
        commands.put("copy", context -> new CommandLine(new CopyCommand(context)));
        commands.put("conform", context -> new CommandLine(new ConformCommand(context)));
        return commands;
    }

    /** Returns the names in the order in which people are shown them. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Adds a command to the one at the root. */
    public static void add(CommandLine root, String name, CommandContext context) {
        Function<CommandContext, CommandLine> command = BY_NAME.get(name);
        if (command != null) {
            root.addSubcommand(name, command.apply(context));
        }
    }
}
