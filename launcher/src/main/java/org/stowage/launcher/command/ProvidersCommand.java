package org.stowage.launcher.command;

import java.util.Locale;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;
import org.stowage.RejectedProvider;
import org.stowage.certificate.CertificateState;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.output.SafeText;
import org.stowage.spi.Capabilities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the providers that were found, and those that were rejected with the reason. */
@Command(name = "providers", description = "List the providers that were found, and those that were rejected and why.")
final class ProvidersCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private FormatOption format;

    ProvidersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (ProviderRegistry registry = context.registry()) {
            if (format.orTable() == OutputFormat.TABLE) {
                context.print(forPeople(registry));
            } else {
                rows(registry).print(context, format.orTable());
            }
            registry.notes().forEach(context::debug);
        }
    }

    private static String forPeople(ProviderRegistry registry) {
        StringBuilder text = new StringBuilder();
        for (RegisteredProvider provider : registry.providers()) {
            text.append(provider.name())
                    .append(' ')
                    .append(provider.info().version())
                    .append('\n');
            text.append("  ").append(provider.info().description()).append('\n');
            text.append("  ")
                    .append(capabilities(provider.info().capabilities()))
                    .append("; SPI ")
                    .append(provider.info().spi())
                    .append('\n');
            text.append("  from ")
                    .append(provider.place())
                    .append(" (")
                    .append(provider.mechanism())
                    .append(")\n");
            CertificateState certificate = provider.certificate();
            text.append("  ").append(SafeText.of(certificate.toString())).append('\n');
            certificate
                    .optOuts()
                    .forEach(optOut -> text.append("    without rule ")
                            .append(optOut.rule())
                            .append(": ")
                            .append(optOut.reason())
                            .append('\n'));
        }
        if (registry.providers().isEmpty()) {
            text.append(
                    "No provider was found; put one into the folder 'providers', or name a folder with --providers.\n");
        }
        for (RejectedProvider rejected : registry.rejected()) {
            text.append("rejected: ").append(rejected).append('\n');
        }
        return text.toString();
    }

    private static String capabilities(Capabilities capabilities) {
        return "durability " + word(capabilities.durability()) + ", concurrency " + word(capabilities.concurrency())
                + ", sharing " + word(capabilities.sharing());
    }

    private static TextRows rows(ProviderRegistry registry) {
        TextRows rows = new TextRows(
                "name",
                "version",
                "description",
                "durability",
                "concurrency",
                "sharing",
                "spi",
                "place",
                "mechanism",
                "certificate",
                "rejected",
                "remedy");
        for (RegisteredProvider provider : registry.providers()) {
            Capabilities capabilities = provider.info().capabilities();
            rows.add(
                    provider.name(),
                    provider.info().version(),
                    provider.info().description(),
                    word(capabilities.durability()),
                    word(capabilities.concurrency()),
                    word(capabilities.sharing()),
                    provider.info().spi().toString(),
                    provider.place(),
                    provider.mechanism().toString(),
                    provider.certificate().toString(),
                    null,
                    null);
        }
        for (RejectedProvider rejected : registry.rejected()) {
            rows.add(
                    rejected.name(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    rejected.place(),
                    null,
                    null,
                    rejected.reason(),
                    rejected.remedy());
        }
        return rows;
    }

    private static String word(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
