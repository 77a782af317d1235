package org.stowage.launcher.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;
import org.stowage.StowageBuilder;
import org.stowage.application.Domain;
import org.stowage.launcher.Surroundings;
import org.stowage.launcher.UsageException;
import org.stowage.spi.error.NearestName;

/** The stores of an application: one for everything, and others for domains that were given one of their own. */
public final class ApplicationStores {

    private static final String ALL = "*";

    private final Surroundings surroundings;
    private final StoreFinder finder;
    private final List<Domain> domains;
    private final StoreRequest request;
    private final Map<String, String> domainStores;
    private final Optional<StoreChoice> rest;

    /**
     * Decides which stores there are.
     *
     * @param request what the command line says about the store for everything
     * @param domainStores stores by the names of domains, as {@code provider:location}
     */
    public ApplicationStores(
            Surroundings surroundings, List<Domain> domains, StoreRequest request, Map<String, String> domainStores) {
        this.surroundings = surroundings;
        this.finder = new StoreFinder(surroundings);
        this.domains = domains;
        this.request = request;
        this.domainStores = domainStores;
        List<String> names = domains.stream().map(Domain::name).toList();
        for (String name : domainStores.keySet()) {
            if (!names.contains(name)) {
                throw new UsageException(
                        "the application has no domain '" + name + "'" + NearestName.hint(name, names));
            }
        }
        this.rest = rest(names);
    }

    private Optional<StoreChoice> rest(List<String> names) {
        if (domainStores.isEmpty()) {
            return Optional.of(finder.choose(request));
        }
        // A store for what is left over, where nothing is left over, would be made for nothing.
        return domainStores.keySet().containsAll(names) ? Optional.empty() : Optional.of(finder.chooseOne(request));
    }

    /** Returns who said which stores there are, for people. */
    public String source() {
        return rest.map(choice -> switch (choice) {
                    case StoreChoice.One one -> one.source();
                    case StoreChoice.Described described -> described.source();
                })
                .orElse("the command line");
    }

    /**
     * Opens them; the caller closes what comes back before the registry.
     *
     * @param builder says what holds for all of them
     */
    public Stowage open(StowageBuilder builder, ProviderRegistry registry) {
        builder.registry(registry);
        rest.ifPresent(choice -> {
            switch (choice) {
                case StoreChoice.One one -> builder.store(ALL, one.url(), request.options());
                case StoreChoice.Described described -> {
                    builder.environment(surroundings.environment());
                    finder.properties().ifPresent(builder::configuration);
                    request.options().forEach((name, text) -> builder.option(ALL, name, text));
                }
            }
        });
        for (Domain domain : domains) {
            String url = domainStores.get(domain.name());
            if (url != null) {
                builder.store(domain.name(), url);
                domain.entities().forEach(entity -> builder.route(entity, domain.name()));
            }
        }
        return builder.open();
    }
}
