package org.stowage.launcher.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.StoreUrl;
import org.stowage.launcher.Surroundings;
import org.stowage.launcher.UsageException;

/**
 * Decides which store is meant. The first that names a provider counts: the command line; {@code STOWAGE_PROVIDER}; the other variables
 * that describe stores; {@code stowage.properties} in the working folder; the defaults of the distribution.
 */
public final class StoreFinder {

    /** The name of the file in the working folder. */
    static final String PROPERTIES = "stowage.properties";

    private static final String DEFAULT_STORE = "store.*";

    private final Map<String, String> environment;
    private final Path properties;
    private final Map<String, String> settings;
    private final Defaults defaults;

    /** Creates the finder, which reads the files. */
    public StoreFinder(Surroundings surroundings) {
        this.environment = surroundings.environment();
        this.properties = surroundings.folder().resolve(PROPERTIES);
        this.settings = PropertiesFile.read(properties);
        this.defaults = Defaults.of(surroundings.home());
    }

    /** Returns the file in the working folder that says which stores there are, if it is there. */
    Optional<Path> properties() {
        return settings.isEmpty() ? Optional.empty() : Optional.of(properties);
    }

    /** Returns the store that is meant. */
    public StoreChoice choose(StoreRequest request) {
        if (request.provider() != null) {
            return one(request.provider(), request.location(), "the command line");
        }
        String variable = variable("STOWAGE_PROVIDER");
        if (variable != null) {
            return one(variable, locationOr(request, "STOWAGE_AT"), "the variable STOWAGE_PROVIDER");
        }
        Optional<StoreChoice.Described> described = described();
        if (described.isPresent()) {
            return request.location() == null
                    ? described.get()
                    : one(
                            describedProvider(),
                            request.location(),
                            described.get().source());
        }
        return byDefault(request);
    }

    /** Returns the one store for what no other is named for. */
    public StoreChoice.One chooseOne(StoreRequest request) {
        return switch (choose(request)) {
            case StoreChoice.One one -> one;
            case StoreChoice.Described described -> {
                StoreUrl url = describedStore();
                yield one(url.provider(), url.location(), described.source());
            }
        };
    }

    private StoreChoice.One byDefault(StoreRequest request) {
        String provider = defaults.provider()
                .orElseThrow(() -> new UsageException("no store is named; name one with --provider and --at"));
        return one(provider, locationOr(request, "STOWAGE_AT"), "the defaults of the distribution");
    }

    private StoreChoice.One one(String provider, @Nullable String location, String source) {
        if (location != null && location.isBlank()) {
            throw new UsageException("the location of a store is empty; name a file or folder, or leave it out");
        }
        return new StoreChoice.One(
                provider, location == null ? defaults.location(provider).orElse(null) : location, source);
    }

    private @Nullable String locationOr(StoreRequest request, String name) {
        return request.location() == null ? variable(name) : request.location();
    }

    private Optional<StoreChoice.Described> described() {
        boolean byEnvironment = environment.keySet().stream()
                .anyMatch(name -> name.equals("STOWAGE_STORE")
                        || name.equals("STOWAGE_STORES")
                        || (name.startsWith("STOWAGE_STORE_") && !name.contains("_OPTION_")));
        if (byEnvironment) {
            return Optional.of(new StoreChoice.Described("the variables of the environment"));
        }
        // A key that means nothing counts too, so that it is refused instead of another store being taken.
        boolean byFile = settings.keySet().stream().anyMatch(key -> !aboutStoresNamedElsewhere(key));
        return byFile ? Optional.of(new StoreChoice.Described(properties.toString())) : Optional.empty();
    }

    private static boolean aboutStoresNamedElsewhere(String key) {
        return key.contains(".option.")
                || key.startsWith("route.")
                || key.startsWith("prefer.")
                || key.equals("patience")
                || key.equals("providers")
                || key.equals("require");
    }

    private String describedProvider() {
        return describedStore().provider();
    }

    private StoreUrl describedStore() {
        String variable = variable("STOWAGE_STORE");
        String url = variable == null ? settings.get(DEFAULT_STORE) : variable;
        if (url == null) {
            throw new UsageException(
                    "the configuration names no store for everything; name one with --provider and --at");
        }
        return StoreUrl.parse(url);
    }

    private @Nullable String variable(String name) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
