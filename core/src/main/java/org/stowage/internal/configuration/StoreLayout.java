package org.stowage.internal.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stowage.spi.error.NearestName;

/**
 * Which stores there are and what is routed to them.
 *
 * <p>The stores are those of the first source that names any, and of no other: whoever asks for {@code *=memory} must not find that a
 * part of the data went to a store that a file in the working folder had named. Options and routes come from that source and from
 * those before it, an earlier one before a later one.
 *
 * @param stores the stores in the order in which they were given; empty if no source names any
 * @param routes the names of stores by the names of entities and repositories
 */
public record StoreLayout(List<Planned> stores, Map<String, String> routes) {

    /**
     * A store to be opened.
     *
     * @param name what the application calls it
     * @param url which provider, and where
     * @param options by name
     */
    public record Planned(String name, Setting url, Map<String, Setting> options) {}

    /**
     * Puts sources together.
     *
     * @param sources what they say, the most important first
     * @throws org.stowage.spi.error.BadConfigurationException if an option or route is for a store that is not there
     */
    public static StoreLayout of(List<Settings> sources) {
        List<Settings> heard = upToFirstWithStores(sources);
        Map<String, Setting> urls =
                heard.isEmpty() ? Map.of() : heard.get(heard.size() - 1).stores();
        Map<String, Map<String, Setting>> options = new LinkedHashMap<>();
        Map<String, String> routes = new LinkedHashMap<>();
        for (Settings source : heard) {
            source.options().forEach((store, given) -> {
                Setting any = given.values().iterator().next();
                given.forEach(
                        options.computeIfAbsent(existing(store, any, urls), name -> new LinkedHashMap<>())
                                ::putIfAbsent);
            });
            source.routes().forEach((name, store) -> routes.putIfAbsent(name, existing(store.text(), store, urls)));
        }
        List<Planned> stores = new ArrayList<>();
        urls.forEach((name, url) -> stores.add(new Planned(name, url, options.getOrDefault(name, Map.of()))));
        return new StoreLayout(Collections.unmodifiableList(stores), Collections.unmodifiableMap(routes));
    }

    private static List<Settings> upToFirstWithStores(List<Settings> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (!sources.get(i).stores().isEmpty()) {
                return sources.subList(0, i + 1);
            }
        }
        return List.of();
    }

    private static String existing(String store, Setting setting, Map<String, Setting> urls) {
        if (urls.containsKey(store)) {
            return store;
        }
        // The environment knows stores only by capitals and '_'.
        return urls.keySet().stream()
                .filter(name -> plain(name).equals(plain(store)))
                .findFirst()
                .orElseThrow(() ->
                        setting.wrong("there is no store '" + store + "'" + NearestName.hint(store, urls.keySet())));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a setting of the most important source that has it. */
    public static Optional<Setting> first(List<Settings> sources, Function<Settings, Optional<Setting>> which) {
        return sources.stream().map(which).flatMap(Optional::stream).findFirst();
    }
}
