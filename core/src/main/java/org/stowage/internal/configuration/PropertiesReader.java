package org.stowage.internal.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.NearestName;

/** Reads settings as {@code stowage.properties} writes them. */
public final class PropertiesReader {

    private static final Pattern OPTION = Pattern.compile("store\\.([^.]+)\\.option\\.(.+)");
    private static final Pattern STORE = Pattern.compile("store\\.([^.]+)");
    private static final Pattern PREFER = Pattern.compile("prefer\\.(.+)");
    private static final Pattern ROUTE = Pattern.compile("route\\.(.+)");
    private static final List<String> KEYS = List.of(
            "check-repositories",
            "patience",
            "prefer.PROVIDER",
            "providers",
            "require",
            "route.ENTITY",
            "store.NAME",
            "store.NAME.option.OPTION",
            "stores",
            "verify");

    private PropertiesReader() {}

    /** Reads a file, which must be there, as UTF-8. */
    public static Settings read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "is not there; name a file that is", e);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, "cannot be read as properties in UTF-8", e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return read(settings, file.toString());
    }

    private static BadConfigurationException unreadable(Path file, String fault, Exception cause) {
        return new BadConfigurationException(ErrorContext.none(), "the configuration '" + file + "' " + fault, cause);
    }

    /**
     * Reads settings by key.
     *
     * @param source who has them, for messages
     */
    public static Settings read(Map<String, String> settings, String source) {
        Settings read = new Settings();
        settings.forEach((key, text) -> add(read, key, new Setting(text.strip(), source + ", key '" + key + "'")));
        return read;
    }

    private static void add(Settings settings, String key, Setting setting) {
        Matcher option = OPTION.matcher(key);
        Matcher store = STORE.matcher(key);
        Matcher prefer = PREFER.matcher(key);
        Matcher route = ROUTE.matcher(key);
        if (option.matches()) {
            settings.option(option.group(1), option.group(2), setting);
        } else if (store.matches()) {
            settings.store(store.group(1), setting);
        } else if (prefer.matches()) {
            settings.prefer(prefer.group(1), setting);
        } else if (route.matches()) {
            settings.route(route.group(1), setting);
        } else {
            switch (key) {
                case "stores" -> settings.stores(setting);
                case "patience" -> settings.patience(setting);
                case "check-repositories" -> settings.checkRepositories(setting);
                case "verify" -> settings.verify(setting);
                case "providers" -> settings.providers(setting);
                case "require" -> settings.require(setting);
                default -> throw setting.wrong("there is no such key" + NearestName.hint(key, KEYS));
            }
        }
    }
}
