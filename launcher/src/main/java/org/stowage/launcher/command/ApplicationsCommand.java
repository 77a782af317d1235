package org.stowage.launcher.command;

import java.util.stream.Collectors;
import org.stowage.application.Domain;
import org.stowage.launcher.application.Applications;
import org.stowage.launcher.application.FoundApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the applications that can be started. */
@Command(name = "applications", description = "List the applications that 'run' can start.")
final class ApplicationsCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private FormatOption format;

    ApplicationsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (Applications applications =
                Applications.search(context.surroundings().home())) {
            TextRows rows = new TextRows("name", "description", "domains", "place");
            for (FoundApplication found : applications.found()) {
                rows.add(
                        found.name(),
                        found.application().description(),
                        found.application().domains().stream().map(Domain::name).collect(Collectors.joining(", ")),
                        found.place());
            }
            rows.print(context, format.orTable());
            applications
                    .rejected()
                    .forEach(rejected -> context.surroundings()
                            .errors()
                            .println("stowage: rejected: " + rejected.place() + ": " + rejected.reason()));
        }
    }
}
