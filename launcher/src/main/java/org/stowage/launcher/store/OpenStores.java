package org.stowage.launcher.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.ProviderRegistry;
import org.stowage.Stowage;
import org.stowage.StowageBranch;
import org.stowage.StowageBuilder;
import org.stowage.launcher.UsageException;
import org.stowage.layers.overlay.OverlayDifference;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.StoreConfig;
import org.stowage.store.OpenStore;

/** The stores that a command works on, open, and the providers that they are of. */
public final class OpenStores implements AutoCloseable {

    private static final String ALL = "*";

    private final ProviderRegistry registry;
    private final Stowage opened;
    private final @Nullable StowageBranch branch;
    private final Stowage stowage;

    private OpenStores(ProviderRegistry registry, Stowage opened, @Nullable StowageBranch branch) {
        this.registry = registry;
        this.opened = opened;
        this.branch = branch;
        this.stowage = branch == null ? opened : branch.stowage();
    }

    /**
     * Opens what was chosen.
     *
     * @param builder says what holds for whatever is chosen
     * @param registry where the provider is, which is closed with what is opened, and also if nothing can be
     * @param finder who has chosen
     * @param environment the variables, for what the environment describes
     */
    public static OpenStores open(
            StowageBuilder builder,
            ProviderRegistry registry,
            StoreFinder finder,
            StoreChoice choice,
            Map<String, String> options,
            Map<String, String> environment) {
        try {
            builder.registry(registry);
            switch (choice) {
                case StoreChoice.One one -> {
                    check(registry, one, options);
                    builder.store(ALL, one.url(), options);
                }
                case StoreChoice.Described described -> {
                    builder.environment(environment);
                    finder.properties().ifPresent(builder::configuration);
                    options.forEach((name, text) -> builder.option(ALL, name, text));
                }
            }
            return new OpenStores(registry, builder.open(), null);
        } catch (RuntimeException | Error failure) {
            registry.close();
            throw failure;
        }
    }

    /** Refuses what is wrong before somebody speaks of a store for it. */
    private static void check(ProviderRegistry registry, StoreChoice.One one, Map<String, String> options) {
        PersistenceProvider provider = registry.provider(one.provider()).provider();
        StoreConfig.of(ALL, one.location(), false, provider, options);
    }

    /** Returns a branch of all of them, which takes their place: whoever closes it closes them. */
    public OpenStores branched() {
        try {
            return new OpenStores(registry, opened, opened.branch());
        } catch (RuntimeException | Error failure) {
            try (registry) {
                opened.close();
            }
            throw failure;
        }
    }

    /** Returns what has changed in a branch, by the name of the store; nothing if this is none. */
    public Map<String, OverlayDifference> differences() {
        return branch == null ? Map.of() : branch.differences();
    }

    /** Returns all of them, by name. */
    public List<OpenStore> all() {
        List<OpenStore> stores = new ArrayList<>();
        stowage.stores().keySet().forEach(name -> stores.add(stowage.store(name)));
        return stores;
    }

    /**
     * Returns the store in which an entity is.
     *
     * @param entity the entity, or null if the command line does not say
     */
    public OpenStore of(@Nullable String entity) {
        List<OpenStore> stores = all();
        if (stores.size() == 1) {
            return stores.get(0);
        }
        if (entity == null) {
            throw new UsageException(
                    "there are " + stores.size()
                            + " stores, and the command does not say which; name an entity, or a store with --provider and --at");
        }
        return stowage.storeFor(entity);
    }

    /** Closes the stores and then what their providers were loaded with. */
    @Override
    public void close() {
        try (registry;
                opened) {
            if (branch != null) {
                branch.close();
            }
        }
    }
}
