package org.stowage.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.spi.EngineOptions;
import org.stowage.spi.StoreOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the options of a provider, and those of every store. */
@Command(name = "describe", description = "Show the options of a provider, as --set takes them.")
final class DescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "PROVIDER", description = "The provider's name.")
    private String provider;

    @Mixin
    private FormatOption format;

    DescribeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (ProviderRegistry registry = context.registry()) {
            RegisteredProvider found = registry.provider(provider);
            if (format.orTable() == OutputFormat.TABLE) {
                context.print(found.name() + " " + found.info().version() + ": "
                        + found.info().description() + "\n\n");
            }
            TextRows rows = new TextRows("option", "kind", "default", "description");
            List<StoreOption> options = new ArrayList<>(found.provider().options());
            options.addAll(EngineOptions.all());
            for (StoreOption option : options) {
                rows.add(option.name(), kind(option), option.defaultText(), option.description());
            }
            rows.print(context, format.orTable());
        }
    }

    private static String kind(StoreOption option) {
        String kind = option.kind() == StoreOption.Kind.CHOICE
                ? String.join("|", option.choices())
                : option.kind().name().toLowerCase(Locale.ROOT);
        return option.secret() ? kind + ", secret" : kind;
    }
}
