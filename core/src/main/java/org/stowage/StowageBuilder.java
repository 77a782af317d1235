package org.stowage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Converter;
import org.stowage.internal.configuration.EnvironmentReader;
import org.stowage.internal.configuration.PropertiesReader;
import org.stowage.internal.configuration.Setting;
import org.stowage.internal.configuration.Settings;
import org.stowage.internal.configuration.StoreLayout;
import org.stowage.internal.entity.ValueCodec;
import org.stowage.layers.StoreLayer;
import org.stowage.layers.verify.Share;
import org.stowage.layers.verify.Verification;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.store.OpenStore;

/**
 * Says which stores there are and what lives where, and opens them. Not safe for several threads.
 *
 * <p>What is said here counts before the {@linkplain #environment environment}, and that before the {@linkplain #configuration(Path)
 * configuration}. The stores are those of the first of them that names any; options and routes come from that one and from those before
 * it. If nobody names a store and exactly one provider is there, everything lives in a store of that one.
 *
 * <p>The keys of a configuration: {@code store.NAME=sqlite:orders.db}, {@code store.NAME.option.OPTION=value}, {@code
 * route.ENTITY=NAME}, {@code stores=orders=sqlite:orders.db,*=memory}, {@code patience=10s}, {@code
 * check-repositories=when-created}, {@code verify=1%}, {@code providers=FOLDER}, {@code prefer.PROVIDER=PLACE}, {@code require=certified}. The store {@code *} is
 * for every entity that is not routed. The variables of the environment: {@code STOWAGE_STORES}, {@code STOWAGE_STORE}, {@code
 * STOWAGE_STORE_NAME}, {@code STOWAGE_OPTION_NAME}, {@code STOWAGE_STORE_NAME_OPTION_NAME}, {@code STOWAGE_PATIENCE}, {@code
 * STOWAGE_CHECK_REPOSITORIES}, {@code STOWAGE_VERIFY}, {@code STOWAGE_PROVIDERS}, {@code STOWAGE_PREFER_PROVIDER}, {@code STOWAGE_REQUIRE}.
 */
public final class StowageBuilder {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private final Settings own = new Settings();
    private final List<Settings> environments = new ArrayList<>();
    private final List<Settings> configurations = new ArrayList<>();
    private final List<Converter<?, ?>> converters = new ArrayList<>();
    private @Nullable ProviderRegistry registry;
    private @Nullable Duration patience;
    private @Nullable CheckTime checkTime;
    private @Nullable Verification verification;
    private final List<StoreLayer> layers = new ArrayList<>();
    private boolean create = true;

    StowageBuilder() {}

    /** Takes providers from a registry, which the caller closes after what is opened. If none is set, they are discovered. */
    public StowageBuilder registry(ProviderRegistry providers) {
        this.registry = providers;
        return this;
    }

    /**
     * Adds a store.
     *
     * @param name a name of up to 40 letters, digits, {@code -} and {@code _}, or {@code *} for everything that is not routed
     * @param url which provider, and where, as {@link StoreUrl#parse} reads it
     * @throws BadConfigurationException if the name is not allowed or is there already
     */
    public StowageBuilder store(String name, String url) {
        return store(name, url, Map.of());
    }

    /**
     * Adds a store with options of its provider.
     *
     * @param name as {@link #store(String, String)} has it
     * @param url which provider, and where
     * @param options texts by name
     */
    public StowageBuilder store(String name, String url, Map<String, String> options) {
        own.store(name, new Setting(url, described(name)));
        options.forEach((option, text) -> option(name, option, text));
        return this;
    }

    /** Adds stores as {@code orders=sqlite:orders.db,*=memory} lists them. */
    public StowageBuilder stores(String list) {
        own.stores(new Setting(list, "the list of stores"));
        return this;
    }

    /** Sets an option of a store, also of one that the environment or the configuration names. */
    public StowageBuilder option(String store, String option, String text) {
        own.option(store, option, new Setting(text, "option '" + option + "' of " + described(store)));
        return this;
    }

    private static String described(String store) {
        return store.equals(Settings.DEFAULT_STORE) ? "the store" : "store '" + store + "'";
    }

    /** Routes an entity or a repository, by its name, to a store. */
    public StowageBuilder route(String name, String store) {
        own.route(name, new Setting(store, "the route of '" + name + "'"));
        return this;
    }

    /** Routes an entity or a repository to a store. */
    public StowageBuilder route(Class<?> type, String store) {
        return route(type.getName(), store);
    }

    /**
     * Reads a {@code stowage.properties}, in UTF-8. One that was added before counts more.
     *
     * @throws BadConfigurationException if it is not there or has a key that means nothing
     */
    public StowageBuilder configuration(Path file) {
        configurations.add(PropertiesReader.read(file));
        return this;
    }

    /**
     * Takes settings with the keys of {@code stowage.properties} from somewhere else.
     *
     * @param settings texts by key
     * @param source where they are from, for messages
     */
    public StowageBuilder configuration(Map<String, String> settings, String source) {
        configurations.add(PropertiesReader.read(settings, source));
        return this;
    }

    /** Reads the {@code STOWAGE_…} variables of an environment, such as {@link System#getenv()}; blank ones are passed over. */
    public StowageBuilder environment(Map<String, String> environment) {
        environments.add(EnvironmentReader.read(environment));
        return this;
    }

    /**
     * Adds a converter for attributes of a type that cannot be stored by itself, or shall be stored in another way.
     *
     * @throws BadConfigurationException if its type has one already, or it stores what is no basic type
     */
    public StowageBuilder converter(Converter<?, ?> converter) {
        Class<?> type = converter.type();
        if (converters.stream().anyMatch(known -> known.type() == type)) {
            throw new BadConfigurationException(
                    ErrorContext.none(), "there are two converters for type '" + type.getName() + "'; add one of them");
        }
        // Asking for what is stored checks the converter.
        ValueCodec.of(type, List.of(converter));
        converters.add(converter);
        return this;
    }

    /** Sets how long to wait for other transactions; 10 seconds if nobody says otherwise. */
    public StowageBuilder patience(Duration duration) {
        this.patience = duration;
        return this;
    }

    /** Sets when repositories tell what is wrong with them; when they are created if nobody says otherwise. */
    public StowageBuilder checkRepositories(CheckTime time) {
        this.checkTime = time;
        return this;
    }

    /**
     * Lets a share of the answers of all stores be compared with what the queries mean; none if nobody says otherwise. A share that the
     * environment or the configuration names is logged as {@link Verification#of} does.
     */
    public StowageBuilder verify(Verification comparing) {
        this.verification = comparing;
        return this;
    }

    /** Puts a layer over each store; the one that is added last is the uppermost. */
    public StowageBuilder layer(StoreLayer layer) {
        layers.add(layer);
        return this;
    }

    /** Sets whether stores that do not exist are made; they are if this is not called. */
    public StowageBuilder create(boolean whether) {
        this.create = whether;
        return this;
    }

    /**
     * Opens the stores, all or none.
     *
     * @return the open stores, which the caller closes
     * @throws BadConfigurationException if something that was said does not fit; says who said it
     * @throws org.stowage.spi.error.StoreException if a store cannot be opened
     */
    public Stowage open() {
        List<Settings> sources = new ArrayList<>();
        sources.add(own);
        sources.addAll(environments);
        sources.addAll(configurations);
        ProviderRegistry found = registry;
        if (found != null) {
            return open(sources, found, null);
        }
        ProviderRegistry discovered = discover(sources);
        try {
            return open(sources, discovered, discovered);
        } catch (RuntimeException | Error failure) {
            discovered.close();
            throw failure;
        }
    }

    private static ProviderRegistry discover(List<Settings> sources) {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().applicationPath();
        StoreLayout.first(sources, Settings::require).ifPresent(policy -> {
            try {
                builder.require(policy.text());
            } catch (BadConfigurationException e) {
                throw policy.wrong(null, e);
            }
        });
        StoreLayout.first(sources, Settings::providers).ifPresent(folder -> builder.folder(Path.of(folder.text())));
        Map<String, Setting> preferred = new LinkedHashMap<>();
        sources.forEach(source -> source.preferred().forEach(preferred::putIfAbsent));
        preferred.forEach((provider, place) -> {
            try {
                builder.prefer(provider, place.text());
            } catch (BadConfigurationException e) {
                throw place.wrong(null, e);
            }
        });
        return builder.build();
    }

    private Stowage open(List<Settings> sources, ProviderRegistry providers, @Nullable ProviderRegistry owned) {
        StoreLayout layout = StoreLayout.of(sources);
        List<StoreLayout.Planned> planned = layout.stores().isEmpty() ? List.of(onlyStore(providers)) : layout.stores();
        StoreOpening opening = new StoreOpening(providers, create, patience(sources), layers(sources));
        // Every mistake in what was said is found before the first store is touched.
        List<StoreOpening.Ready> ready = planned.stream().map(opening::prepare).toList();
        CheckTime time = checkTime(sources);
        return new Stowage(opening.open(ready), new StowageSetup(layout.routes(), converters, time), owned);
    }

    private static StoreLayout.Planned onlyStore(ProviderRegistry providers) {
        List<String> names =
                providers.providers().stream().map(RegisteredProvider::name).toList();
        if (names.size() != 1) {
            throw new BadConfigurationException(
                    ErrorContext.none(),
                    "no store is named, and "
                            + (names.isEmpty()
                                    ? "there is no provider"
                                    : "there are providers '" + String.join("', '", names) + "'")
                            + " " + String.join(" and ", providers.places())
                            + "; name a store, such as 'memory' or 'sqlite:shop.db'"
                            + (names.isEmpty() ? ", and put its provider there" : ""));
        }
        return new StoreLayout.Planned(
                Settings.DEFAULT_STORE, new Setting(names.get(0), "the only provider there is"), Map.of());
    }

    private Duration patience(List<Settings> sources) {
        return patience != null
                ? patience
                : StoreLayout.first(sources, Settings::patience)
                        .map(StowageBuilder::duration)
                        .orElse(OpenStore.DEFAULT_PATIENCE);
    }

    private List<StoreLayer> layers(List<Settings> sources) {
        List<StoreLayer> all = new ArrayList<>();
        all.add(
                verification != null
                        ? verification
                        : Verification.of(StoreLayout.first(sources, Settings::verify)
                                .map(StowageBuilder::share)
                                .orElse(Share.NONE)));
        all.addAll(layers);
        return all;
    }

    private static Share share(Setting setting) {
        try {
            return Share.parse(setting.text());
        } catch (BadConfigurationException e) {
            throw setting.wrong(null, e);
        }
    }

    private CheckTime checkTime(List<Settings> sources) {
        return checkTime != null
                ? checkTime
                : StoreLayout.first(sources, Settings::checkRepositories)
                        .map(StowageBuilder::checkTime)
                        .orElse(CheckTime.WHEN_CREATED);
    }

    private static CheckTime checkTime(Setting setting) {
        return switch (setting.text()) {
            case "when-created" -> CheckTime.WHEN_CREATED;
            case "when-called" -> CheckTime.WHEN_CALLED;
            default ->
                throw setting.wrong("'" + setting.text()
                        + "' is no time for checking repositories: expected 'when-created' or 'when-called'");
        };
    }

    private static Duration duration(Setting setting) {
        Matcher parts = DURATION.matcher(setting.text());
        if (!parts.matches()) {
            throw setting.wrong("'" + setting.text()
                    + "' is no duration: expected a whole number and 'ms', 's', 'm' or 'h', such as '10s'");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
