package org.stowage.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.stowage.certificate.KitRequest;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/** Finds out about a provider what otherwise its author says in a harness: which locations it takes, and what it does itself. */
final class Acquaintance {

    private final PersistenceProvider provider;
    private final Map<String, String> options;
    private final Path folder;
    private final Duration limit;

    private Acquaintance(PersistenceProvider provider, Map<String, String> options, Path folder, Duration limit) {
        this.provider = provider;
        this.options = options;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Returns a harness of a provider.
     *
     * @param folder where stores are made
     * @throws BadConfigurationException if an option is wrong, or the provider refuses each location that was thought of
     */
    static FoundHarness with(KitRequest request, Path folder, Duration limit) throws IOException {
        PersistenceProvider provider = request.provider().provider();
        return new Acquaintance(provider, request.options(), folder, limit).harness(request.location());
    }

    private FoundHarness harness(@Nullable String said) throws IOException {
        // With a location first: without one, a provider might use a place that is not for tests.
        List<@Nullable String> forms = said == null ? Arrays.asList(KitRequest.FOLDER + "/store", null) : List.of(said);
        List<BadConfigurationException> refusals = new ArrayList<>();
        for (@Nullable String form : forms) {
            FoundHarness harness = new FoundHarness(provider, form, options, Set.of());
            // What is wrong with an option is wrong in every place.
            StoreConfig config =
                    StoreConfig.of("conformance", harness.location(newFolder()).orElse(null), true, provider, options);
            try {
                return new FoundHarness(provider, form, options, abilities(config));
            } catch (BadConfigurationException e) {
                refusals.add(e);
            }
        }
        BadConfigurationException first = refusals.get(0);
        String reason = first.getMessage()
                + (refusals.size() == 1
                        ? ""
                        : "; and without one: " + refusals.get(1).getMessage());
        throw new BadConfigurationException(
                ErrorContext.none(),
                "provider '" + provider.info().name() + "' refuses the location '" + forms.get(0) + "': " + reason
                        + "; say where a test may have a store, with --at and a location that holds '"
                        + KitRequest.FOLDER + "'",
                first);
    }

    private Path newFolder() throws IOException {
        return Files.createTempDirectory(folder, "first");
    }

    /** Returns what the provider does itself; nothing if it is not able to show that, for which the kit has tests. */
    private Set<Ability> abilities(StoreConfig config) {
        FutureTask<Set<Ability>> look = new FutureTask<>(() -> {
            try (Store store = provider.open(config)) {
                return ObservedAbilities.of(store);
            }
        });
        Thread thread = new Thread(look, "stowage-acquaintance");
        thread.setDaemon(true);
        thread.start();
        try {
            return look.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadConfigurationException refusal) {
                throw refusal;
            }
            return Set.of();
        } catch (TimeoutException e) {
            thread.interrupt();
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }
}
