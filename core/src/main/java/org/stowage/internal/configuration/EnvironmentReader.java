package org.stowage.internal.configuration;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings from variables of the environment. Their names cannot hold what names of stores and options can, so a store or option is
 * written in capitals with {@code _} for {@code -}: {@code STOWAGE_STORE_ORDERS_OPTION_BUSY_TIMEOUT}; the store for everything that is not
 * routed has no name there: {@code STOWAGE_STORE}, {@code STOWAGE_OPTION_BUSY_TIMEOUT}. Other variables are none of ours.
 */
public final class EnvironmentReader {

    private static final Pattern DEFAULT_OPTION = Pattern.compile("STOWAGE_OPTION_([A-Z0-9_]+)");
    private static final Pattern OPTION = Pattern.compile("STOWAGE_STORE_([A-Z][A-Z0-9_]*?)_OPTION_([A-Z0-9_]+)");
    private static final Pattern PREFER = Pattern.compile("STOWAGE_PREFER_([A-Z][A-Z0-9_]*)");
    private static final Pattern STORE = Pattern.compile("STOWAGE_STORE_([A-Z][A-Z0-9_]*)");

    private EnvironmentReader() {}

    /** Reads an environment. */
    public static Settings read(Map<String, String> environment) {
        Settings settings = new Settings();
        new TreeMap<>(environment).forEach((name, text) -> {
            if (!text.isBlank()) {
                add(settings, name, new Setting(text.strip(), "environment variable '" + name + "'"));
            }
        });
        return settings;
    }

    private static void add(Settings settings, String name, Setting setting) {
        Matcher defaultOption = DEFAULT_OPTION.matcher(name);
        Matcher option = OPTION.matcher(name);
        Matcher prefer = PREFER.matcher(name);
        Matcher store = STORE.matcher(name);
        if (defaultOption.matches()) {
            settings.option(Settings.DEFAULT_STORE, lower(defaultOption.group(1)), setting);
        } else if (option.matches()) {
            settings.option(lower(option.group(1)), lower(option.group(2)), setting);
        } else if (prefer.matches()) {
            settings.prefer(lower(prefer.group(1)), setting);
        } else if (store.matches()) {
            settings.store(lower(store.group(1)), setting);
        } else {
            switch (name) {
                case "STOWAGE_STORE" -> settings.store(Settings.DEFAULT_STORE, setting);
                case "STOWAGE_STORES" -> settings.stores(setting);
                case "STOWAGE_PATIENCE" -> settings.patience(setting);
                case "STOWAGE_CHECK_REPOSITORIES" -> settings.checkRepositories(setting);
                case "STOWAGE_VERIFY" -> settings.verify(setting);
                case "STOWAGE_PROVIDERS" -> settings.providers(setting);
                case "STOWAGE_REQUIRE" -> settings.require(setting);
                default -> {}
            }
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
