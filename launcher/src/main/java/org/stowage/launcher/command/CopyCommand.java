package org.stowage.launcher.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stowage.StoreUrl;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Progress;
import org.stowage.launcher.output.OutputFormat;
import org.stowage.launcher.store.OpenStores;
import org.stowage.launcher.store.StoreRequest;
import org.stowage.launcher.transfer.CopyResult;
import org.stowage.launcher.transfer.EntityDigest;
import org.stowage.launcher.transfer.StoreCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a store into another. */
@Command(
        name = "copy",
        description = {
            "Copy entities from one store to another, all or nothing, and compare what arrived.",
            "",
            "The digest of an entity is the SHA-256 of its schema and of its rows in the order of their keys; it is the same in "
                    + "every store. If both sides differ, the status is 1."
        })
final class CopyCommand implements Runnable {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "FROM", description = "The store to read, as PROVIDER:LOCATION.")
    private String from;

    @Parameters(
            index = "1",
            paramLabel = "TO",
            description = "The store to write, as PROVIDER:LOCATION; made if it is not there.")
    private String to;

    @Parameters(index = "2..*", paramLabel = "ENTITY", description = "The entities; all if none is named.")
    private List<String> entities = new ArrayList<>();

    @Option(names = "--replace", description = "Give up the rows that these entities have in TO.")
    private boolean replace;

    @Option(
            names = "--set-from",
            paramLabel = "KEY=VALUE",
            description = "An option of the provider of FROM; may be repeated.")
    private Map<String, String> fromOptions = new LinkedHashMap<>();

    @Option(
            names = "--set-to",
            paramLabel = "KEY=VALUE",
            description = "An option of the provider of TO; may be repeated.")
    private Map<String, String> toOptions = new LinkedHashMap<>();

    @Mixin
    private DryRun dryRun;

    @Mixin
    private FormatOption format;

    CopyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        try (OpenStores source = context.open(request(from, fromOptions), false);
                OpenStores target = dryRun.open(context, request(to, toOptions), true)) {
            StoreCopy copy = new StoreCopy(source.of(null), target.of(null), entities, replace);
            long rows = context.surroundings().attended() ? 2 * copy.rows() : -1;
            CopyResult result;
            try (Progress progress = context.progress("Copying", rows, "rows", 1)) {
                result = copy.run(progress);
            }
            show(result);
            if (!result.same()) {
                throw new FailureException("what arrived in '" + to + "' is not what is in '" + from
                        + "', as the digests show; do not rely on the copy");
            }
            if (dryRun.dry()) {
                // How a copy replaces an entity, by others with names of their own, is nobody's business.
                context.print("dry run: nothing was changed\n");
            }
        }
    }

    private static StoreRequest request(String url, Map<String, String> options) {
        StoreUrl parsed = StoreUrl.parse(url);
        return new StoreRequest(parsed.provider(), parsed.location(), options);
    }

    private void show(CopyResult result) {
        if (format.orTable() != OutputFormat.TABLE) {
            TextRows rows = new TextRows("entity", "rows", "from_sha256", "to_sha256");
            for (int i = 0; i < result.from().size(); i++) {
                EntityDigest sent = result.from().get(i);
                rows.add(
                        sent.entity(),
                        Long.toString(sent.rows()),
                        sent.sha256(),
                        result.to().get(i).sha256());
            }
            rows.print(context, format.orTable());
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < result.from().size(); i++) {
            EntityDigest sent = result.from().get(i);
            text.append(sent.entity()).append(": ").append(sent.rows()).append(sent.rows() == 1 ? " row\n" : " rows\n");
            text.append("  from sha256:").append(sent.sha256()).append('\n');
            text.append("  to   sha256:").append(result.to().get(i).sha256()).append('\n');
        }
        text.append(
                result.from().isEmpty()
                        ? "there is nothing to copy\n"
                        : result.same() ? "both sides are the same\n" : "the sides differ\n");
        context.print(text.toString());
    }
}
