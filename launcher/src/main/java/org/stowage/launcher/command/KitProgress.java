package org.stowage.launcher.command;

import org.jspecify.annotations.Nullable;
import org.stowage.certificate.ConformanceKit;
import org.stowage.launcher.Progress;

/** How far the kit has come; it says how many tests there are when the first is over. */
final class KitProgress implements ConformanceKit.Watcher, AutoCloseable {

    private final CommandContext context;
    private final String provider;
    private @Nullable Progress progress;

    KitProgress(CommandContext context, String provider) {
        this.context = context;
        this.provider = provider;
    }

    @Override
    public void reached(int done, int all) {
        Progress begun = progress == null ? context.progress("Testing " + provider, all, "tests", 1) : progress;
        progress = begun;
        begun.reached(done);
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
