package org.stowage.launcher.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.Surroundings;
import org.stowage.launcher.UsageException;
import org.stowage.launcher.application.Applications;
import org.stowage.launcher.store.StoreChoice;
import org.stowage.launcher.store.StoreFinder;
import org.stowage.launcher.store.StoreRequest;
import org.stowage.spi.error.BadConfigurationException;

/** What a command that says nothing about it works with: the store that is meant, and the applications. */
public final class CompositionHealth {

    private CompositionHealth() {}

    /** Looks; opens no store. */
    public static List<Finding> of(Surroundings surroundings) {
        List<Finding> findings = new ArrayList<>();
        findings.add(store(surroundings));
        try (Applications applications = Applications.search(surroundings.home())) {
            applications
                    .found()
                    .forEach(found -> findings.add(Finding.ok("application", found.name() + " in " + found.place())));
            applications
                    .rejected()
                    .forEach(rejected -> findings.add(Finding.problem(
                            "application",
                            rejected.place() + ": " + rejected.reason(),
                            "build or download it again, or remove it")));
        } catch (FailureException e) {
            findings.add(Finding.problem("application", text(e), "correct what it says"));
        }
        return findings;
    }

    private static Finding store(Surroundings surroundings) {
        try {
            return switch (new StoreFinder(surroundings).choose(new StoreRequest(null, null, Map.of()))) {
                case StoreChoice.One one -> Finding.ok("store", "'" + one.url() + "', by " + one.source());
                case StoreChoice.Described described -> Finding.ok("store", "described by " + described.source());
            };
        } catch (UsageException e) {
            return Finding.warning("store", text(e), "or let the environment or stowage.properties name one");
        } catch (FailureException | BadConfigurationException e) {
            return Finding.problem("store", text(e), "correct what it says");
        }
    }

    private static String text(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }
}
