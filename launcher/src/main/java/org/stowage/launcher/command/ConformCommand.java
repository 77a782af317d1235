package org.stowage.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;
import org.stowage.certificate.Certificate;
import org.stowage.certificate.CertificateWriter;
import org.stowage.certificate.ConformanceKit.Findings;
import org.stowage.certificate.KitRequest;
import org.stowage.certificate.OptOut;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the conformance kit against a provider. */
@Command(
        name = "conform",
        description = {
            "Test whether a provider keeps the contract, docs/semantics.md.",
            "",
            "What the provider does itself beyond what it must is found out, and then required of it everywhere. Stores are made in "
                    + "temporary folders. If the provider does not pass, the status is 1."
        })
final class ConformCommand implements Runnable {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

    private final CommandContext context;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            required = true,
            description = "The provider; see 'stowage providers'.")
    private String provider;

    @Option(
            names = "--at",
            paramLabel = "LOCATION",
            description =
                    "Where a test has a store, with '{folder}' for a folder of its own. If it is not said, '{folder}/store' "
                            + "is tried, and then none.")
    private @Nullable String location;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "An option of the provider; may be repeated. See 'stowage describe PROVIDER'.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description =
                    "'basic' takes seconds and leaves out what needs chance, threads beside each other and crashes; 'full' is "
                            + "everything, and what counts if it is not said.")
    private @Nullable String level;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Repeat the random parts of a run.")
    private @Nullable Long seed;

    @Option(
            names = "--opt-out",
            paramLabel = "RULE=REASON",
            description =
                    "Leave out a rule, such as '6.4=no checksums'; may be repeated. Every report and the certificate say so.")
    private List<String> optOuts = new ArrayList<>();

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "How long one test may take, such as '90s'; 5m if it is not said.")
    private @Nullable String timeLimit;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write all that was found into a file, whose name ends in .md or .json; may be repeated.")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--certify",
            description =
                    "If the provider passes everything, write a certificate into its JAR, which 'stowage providers' shows and "
                            + "'--require certified' asks for.")
    private boolean certify;

    ConformCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        reports.forEach(ConformCommand::requireWritable);
        if (certify && level != null && !level.equals(Certificate.FULL)) {
            throw new UsageException("level '" + level + "' certifies nothing; leave --level or --certify out");
        }
        try (LoadedKit kit = LoadedKit.of(context.surroundings().home())) {
            run(kit);
        }
    }

    private void run(LoadedKit kit) {
        Findings findings;
        Path file;
        try (ProviderRegistry registry = context.registryOfAll()) {
            RegisteredProvider tested = registry.provider(provider);
            file = certify ? place(tested) : Path.of("");
            findings = test(kit, tested);
        }
        // From here on nobody has the JAR open.
        context.print(findings.summary());
        reports.forEach(report -> write(report, findings));
        if (!findings.passed()) {
            throw new FailureException("provider '" + provider + "' does not keep the contract"
                    + (certify ? "; no certificate was written" : "")
                    + (reports.isEmpty() ? "; --report FILE shows all of it" : ""));
        }
        if (certify) {
            certify(file, findings);
        }
    }

    private static Path place(RegisteredProvider tested) {
        return tested.file()
                .orElseThrow(() -> new UsageException("provider '" + tested.name() + "' comes from " + tested.place()
                        + ", which is no file that a certificate could be written into"));
    }

    private Findings test(LoadedKit kit, RegisteredProvider tested) {
        try (KitProgress progress = new KitProgress(context, tested.name())) {
            KitRequest request = new KitRequest(
                    tested,
                    context.foldersOfProviders(),
                    kit.classPath(),
                    location(),
                    options,
                    level,
                    seed,
                    duration(),
                    optOuts.stream().map(OptOut::parse).toList());
            return kit.kit().test(request, progress);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new FailureException("the tests have no place for their files: " + e.getMessage(), e);
        }
    }

    private @Nullable String location() {
        if (location != null && !location.contains(KitRequest.FOLDER)) {
            throw new UsageException("location '" + location + "' would be the same for all tests; write '"
                    + KitRequest.FOLDER + "' where each has a folder of its own");
        }
        return location;
    }

    private @Nullable Duration duration() {
        if (timeLimit == null) {
            return null;
        }
        Matcher matcher = DURATION.matcher(timeLimit);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new UsageException("'" + timeLimit + "' is no time limit; write one such as '90s' or '5m'");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static void requireWritable(Path report) {
        String name = String.valueOf(report.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".md") && !name.endsWith(".json")) {
            throw new UsageException(
                    "'" + report + "' is no report that can be written; end its name with .md or .json");
        }
        Path folder = report.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("there is no folder '" + folder + "' for the report");
        }
    }

    private static void write(Path report, Findings findings) {
        boolean json = report.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        try {
            Files.writeString(report, json ? findings.json() : findings.markdown());
        } catch (IOException e) {
            throw new FailureException("the report '" + report + "' cannot be written: " + e.getMessage(), e);
        }
    }

    private void certify(Path file, Findings findings) {
        try {
            CertificateWriter.write(file, findings.certificate(file));
        } catch (IOException e) {
            throw new FailureException(
                    "provider '" + provider + "' passed, and its certificate cannot be written into '" + file + "': "
                            + e.getMessage(),
                    e);
        }
        context.print("certificate written into " + file + "\n");
    }
}
