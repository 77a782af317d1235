package org.stowage.launcher.command;

import org.stowage.launcher.output.DifferenceText;
import org.stowage.launcher.store.OpenStores;
import org.stowage.launcher.store.StoreRequest;
import picocli.CommandLine.Option;

/** What a command would change. */
final class DryRun {

    @Option(
            names = "--dry-run",
            description =
                    "Change nothing: do it in a branch of the store that is thrown away, and say what it would have "
                            + "changed. The store must be there.")
    private boolean dry;

    boolean dry() {
        return dry;
    }

    /** Opens stores to write to. */
    OpenStores open(CommandContext context, StoreRequest request, boolean create) {
        return dry ? context.open(request, false).branched() : context.open(request, create);
    }

    /** Says what would have changed, if this is a dry run. */
    void report(CommandContext context, OpenStores stores) {
        if (dry) {
            context.print(
                    "dry run: nothing was changed; it would have been\n" + DifferenceText.of(stores.differences()));
        }
    }
}
