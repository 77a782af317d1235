package org.stowage.internal.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one source says. Filled once, then only read. */
public final class Settings {

    /** The name of the store for everything that is not routed. */
    public static final String DEFAULT_STORE = "*";

    private static final Pattern STORE_NAME = Pattern.compile("\\*|[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final Map<String, Setting> stores = new LinkedHashMap<>();
    private final Map<String, Map<String, Setting>> options = new LinkedHashMap<>();
    private final Map<String, Setting> routes = new LinkedHashMap<>();
    private final Map<String, Setting> preferred = new LinkedHashMap<>();
    private @Nullable Setting patience;
    private @Nullable Setting checkRepositories;
    private @Nullable Setting verify;
    private @Nullable Setting providers;
    private @Nullable Setting require;

    /** Returns the stores' URLs by name. */
    public Map<String, Setting> stores() {
        return Collections.unmodifiableMap(stores);
    }

    /** Returns the options by store and name. */
    public Map<String, Map<String, Setting>> options() {
        return Collections.unmodifiableMap(options);
    }

    /** Returns the stores that entities and repositories are routed to, by their names. */
    public Map<String, Setting> routes() {
        return Collections.unmodifiableMap(routes);
    }

    /** Returns how long to wait for other transactions, if the source says so. */
    public Optional<Setting> patience() {
        return Optional.ofNullable(patience);
    }

    /** Returns when repositories tell what is wrong with them, if the source says so. */
    public Optional<Setting> checkRepositories() {
        return Optional.ofNullable(checkRepositories);
    }

    /** Returns the share of answers that is compared, if the source says so. */
    public Optional<Setting> verify() {
        return Optional.ofNullable(verify);
    }

    /** Returns the folder of providers, if the source names one. */
    public Optional<Setting> providers() {
        return Optional.ofNullable(providers);
    }

    /** Returns what providers must have, if the source says so. */
    public Optional<Setting> require() {
        return Optional.ofNullable(require);
    }

    /** Returns the places that count where several have a provider of one name, by that name. */
    public Map<String, Setting> preferred() {
        return Collections.unmodifiableMap(preferred);
    }

    /** Adds a store; none may be named twice. */
    public void store(String name, Setting url) {
        requireStoreName(name, url);
        Setting before = stores.putIfAbsent(name, url);
        if (before != null) {
            throw url.wrong("store '" + name + "' is given twice, also by " + before.source() + "; give it once");
        }
    }

    /** Adds stores as {@code orders=sqlite:orders.db,*=memory} lists them. */
    public void stores(Setting list) {
        StoreList.entries(list).forEach(this::store);
    }

    /** Adds an option of a store. */
    public void option(String store, String option, Setting value) {
        requireStoreName(store, value);
        options.computeIfAbsent(store, name -> new LinkedHashMap<>()).put(option, value);
    }

    /** Routes an entity or repository to a store. */
    public void route(String name, Setting store) {
        routes.put(name, store);
    }

    /** Sets how long to wait for other transactions. */
    public void patience(Setting duration) {
        patience = duration;
    }

    /** Sets when repositories tell what is wrong with them. */
    public void checkRepositories(Setting time) {
        checkRepositories = time;
    }

    /** Sets the share of answers that is compared. */
    public void verify(Setting share) {
        verify = share;
    }

    /** Sets the folder of providers. */
    public void providers(Setting folder) {
        providers = folder;
    }

    /** Sets what providers must have. */
    public void require(Setting policy) {
        require = policy;
    }

    /** Chooses among providers of one name. */
    public void prefer(String provider, Setting place) {
        preferred.put(provider, place);
    }

    private static void requireStoreName(String name, Setting setting) {
        if (!STORE_NAME.matcher(name).matches()) {
            throw setting.wrong(
                    "'" + name
                            + "' is no name of a store; use up to 40 letters, digits, '-' and '_' after a letter, or '*' for what is not routed");
        }
    }
}
