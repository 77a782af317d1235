package org.stowage.launcher;

import jakarta.data.exceptions.DataException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stowage.application.ApplicationException;
import org.stowage.launcher.output.SafeText;
import org.stowage.query.JdqlException;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what was thrown into a message and a status. */
final class ErrorReport {

    /** All was done. */
    static final int DONE = 0;
    /** What was asked could not be done. */
    static final int FAILED = 1;
    /** What was asked does not make sense. */
    static final int WRONG_USAGE = 2;

    private final PrintStream errors;
    private final boolean traced;

    ErrorReport(PrintStream errors, boolean traced) {
        this.errors = errors;
        this.traced = traced;
    }

    /** Prints what went wrong and returns the status. */
    int of(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked && isClosedPipe(unchecked.getCause())) {
            // Whoever read the output, such as head, has what it wanted.
            return DONE;
        }
        errors.println("stowage: " + message(failure));
        if (failure instanceof JdqlException query) {
            query.excerpt().lines().forEach(line -> errors.println("  " + line));
        }
        if (failure instanceof ParameterException wrong) {
            errors.println("Try '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        if (traced) {
            failure.printStackTrace(errors);
        }
        return isUsage(failure) ? WRONG_USAGE : FAILED;
    }

    private static boolean isUsage(Throwable failure) {
        return failure instanceof UsageException
                || failure instanceof ParameterException
                || failure instanceof BadConfigurationException
                || failure instanceof JdqlException;
    }

    private static boolean isClosedPipe(@Nullable Throwable failure) {
        return failure != null
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private static String message(Throwable failure) {
        return switch (failure) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> lowerCase(String.valueOf(missing.getMessage()));
            case ParameterException wrong -> wrong(wrong);
            case UncheckedIOException unwritten ->
                "standard output could not be written: "
                        + Objects.requireNonNull(unwritten.getCause()).getMessage();
            case OutOfMemoryError memory ->
                "the memory of " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB is not enough; give more, such as STOWAGE_JAVA_OPTIONS=-Xmx4g";
            case UsageException usage -> line(usage);
            case FailureException failed -> line(failed);
            case StoreException store -> line(store);
            case DataException data -> line(data);
            case ApplicationException application -> line(application);
            default ->
                "an error that should not happen: " + SafeText.of(failure.toString())
                        + "; run it again with --debug and report what it prints";
        };
    }

    private static String line(Throwable failure) {
        return SafeText.of(String.valueOf(failure.getMessage()));
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        List<String> unmatched = failure.getUnmatched();
        CommandLine command = failure.getCommandLine();
        String first = unmatched.isEmpty() ? "" : unmatched.get(0);
        if (first.startsWith("-")) {
            String name = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
            List<String> known = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            String nearest = NearestName.of(name, known)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("");
            return "there is no option '" + SafeText.of(name) + "' here" + nearest;
        }
        if (!command.getSubcommands().isEmpty()) {
            String what = command.getCommandName().equals("run") ? "application" : "command";
            return "there is no " + what + " '" + SafeText.of(first) + "'"
                    + NearestName.hint(first, command.getSubcommands().keySet());
        }
        return "'" + SafeText.of(first) + "' is one argument too many; quote what holds blanks";
    }

    private static String wrong(ParameterException failure) {
        if (failure.getArgSpec() instanceof OptionSpec option
                && option.longestName().startsWith("--set")) {
            // The library's message would show the value, which may be a secret.
            return "an option of a provider is written " + option.longestName() + " key=value";
        }
        return lowerCase(
                String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }

    private static String lowerCase(String message) {
        String safe = SafeText.of(message);
        return safe.isEmpty() ? safe : Character.toLowerCase(safe.charAt(0)) + safe.substring(1);
    }
}
