package org.stowage.launcher.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;
import org.stowage.RejectedProvider;
import org.stowage.certificate.CertificateState;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Surroundings;
import org.stowage.launcher.store.ProviderFolder;
import org.stowage.launcher.store.ProviderSearch;
import org.stowage.spi.Capabilities;
import org.stowage.spi.error.BadConfigurationException;

/** The providers: where they are looked for, what was rejected, and whether each that was found works here. */
public final class ProviderHealth {

    private final List<Finding> findings = new ArrayList<>();

    private ProviderHealth() {}

    /**
     * Looks at the folders, and at what is in those that can be listed.
     *
     * @param named the folders that the command line names
     * @param preferred the places that the command line prefers, by name of provider
     * @param policy what the command line requires of providers, or null if it says nothing
     */
    public static List<Finding> of(
            Surroundings surroundings, List<Path> named, Map<String, String> preferred, @Nullable String policy) {
        ProviderHealth health = new ProviderHealth();
        try {
            List<Path> folders = ProviderFolder.all(surroundings, named).stream()
                    .filter(health::canBeSearched)
                    .map(ProviderFolder::path)
                    .toList();
            ProviderRegistry.Builder builder =
                    ProviderSearch.search(surroundings, preferred, policy).thorough();
            folders.forEach(builder::folder);
            try (ProviderRegistry registry = builder.build()) {
                health.look(registry);
            }
        } catch (FailureException | BadConfigurationException e) {
            health.findings.add(Finding.problem("providers", message(e), "correct what it says"));
        }
        return health.findings;
    }

    private boolean canBeSearched(ProviderFolder folder) {
        String name = "'" + folder.path() + "', of " + folder.source();
        if (Files.isDirectory(folder.path()) && Files.isReadable(folder.path())) {
            findings.add(Finding.ok("providers' folder", name));
            return true;
        }
        String fault = !Files.exists(folder.path())
                ? "is not there"
                : Files.isDirectory(folder.path()) ? "cannot be read" : "is no folder";
        findings.add(Finding.problem(
                "providers' folder", name + ", " + fault, "name a folder that holds the JARs of providers"));
        return false;
    }

    private void look(ProviderRegistry registry) {
        registry.providers().forEach(this::tryOut);
        if (registry.providers().isEmpty()) {
            findings.add(Finding.problem(
                    "providers",
                    "there is none " + String.join(" and ", registry.places()),
                    "put one into the folder 'providers', or name a folder with --providers"));
        }
        for (RejectedProvider rejected : registry.rejected()) {
            String name = rejected.providerName().or(rejected::providerClass).orElse("");
            findings.add(Finding.problem(
                    "provider",
                    (name.isEmpty() ? "" : name + " in ") + rejected.place() + ": " + rejected.reason(),
                    rejected.remedy()));
        }
        registry.notes()
                .forEach(note -> findings.add(Finding.warning(
                        "providers", note, "move it away if nothing needs it, so that it is not missed")));
    }

    private void tryOut(RegisteredProvider provider) {
        String who = description(provider);
        try {
            ScratchStore.Outcome outcome = new ScratchStore(provider.provider()).tryOut();
            findings.add(Finding.ok(
                    "provider",
                    who + "; takes " + outcome.location() + "; written and read in "
                            + outcome.time().toMillis() + " ms; " + provider.certificate()));
            warnOfWorthlessCertificate(provider);
        } catch (BadConfigurationException e) {
            // It may need an address or a password, which nobody could guess.
            findings.add(Finding.warning(
                    "provider",
                    who + "; not tried, as it needs more than a path: " + message(e),
                    "see 'stowage describe " + provider.name() + "', and try it with a store of your own"));
        } catch (VirtualMachineError e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            findings.add(Finding.problem(
                    "provider",
                    who + "; a new store cannot be used: " + message(e),
                    "ask the author of " + provider.name() + ", or remove it"));
        }
    }

    /** Having none is nothing to worry about, unless it is required; but one that is there and does not hold is. */
    private void warnOfWorthlessCertificate(RegisteredProvider provider) {
        switch (provider.certificate()) {
            case CertificateState.Certified certified -> {}
            case CertificateState.None none -> {}
            case CertificateState.Altered altered -> findings.add(worthless(provider, altered));
            case CertificateState.Misfit misfit -> findings.add(worthless(provider, misfit));
            case CertificateState.Unreadable unreadable -> findings.add(worthless(provider, unreadable));
        }
    }

    private static Finding worthless(RegisteredProvider provider, CertificateState state) {
        return Finding.warning(
                "certificate",
                provider.name() + ": " + state,
                "get its JAR from its author again, or let 'stowage conform' check this one");
    }

    private static String description(RegisteredProvider provider) {
        Capabilities capabilities = provider.info().capabilities();
        return provider.name() + " " + provider.info().version() + " in " + provider.place() + " ("
                + provider.mechanism() + ", SPI " + provider.info().spi() + "); durability "
                + word(capabilities.durability()) + ", concurrency " + word(capabilities.concurrency()) + ", sharing "
                + word(capabilities.sharing());
    }

    private static String word(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}
