package org.stowage.launcher.command;

import org.jspecify.annotations.Nullable;
import org.stowage.launcher.output.OutputFormat;
import picocli.CommandLine.Option;

/** How a command prints rows. */
final class FormatOption {

    @Option(names = "--format", paramLabel = "FORMAT", description = "How rows are printed: ${COMPLETION-CANDIDATES}.")
    private @Nullable OutputFormat format;

    /** Returns the format, or another if none was given. */
    OutputFormat or(OutputFormat otherwise) {
        return format == null ? otherwise : format;
    }

    OutputFormat orTable() {
        return or(OutputFormat.TABLE);
    }
}
