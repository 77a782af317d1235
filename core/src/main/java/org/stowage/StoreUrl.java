package org.stowage;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;

/**
 * Which provider, and where: {@code memory}, {@code sqlite:shop.db}, {@code json-file:data/shop}.
 *
 * @param provider the provider's name
 * @param location where the data is, in the provider's own notation and not empty, or null if the provider is to decide
 */
public record StoreUrl(String provider, @Nullable String location) {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*", Pattern.DOTALL);

    /**
     * Reads {@code provider} or {@code provider:location}. All behind the first colon is the location, other colons and a drive
     * letter too.
     *
     * @throws BadConfigurationException if there is no allowed provider name, or nothing after the colon
     */
    public static StoreUrl parse(String text) {
        int colon = text.indexOf(':');
        String provider = colon < 0 ? text : text.substring(0, colon);
        if (DRIVE.matcher(text).matches() || !ProviderInfo.allowsName(provider)) {
            throw wrong(text, "does not begin with the name of a provider");
        }
        if (colon < 0) {
            return new StoreUrl(provider, null);
        }
        String location = text.substring(colon + 1);
        if (location.isBlank()) {
            throw wrong(text, "has nothing after the colon");
        }
        return new StoreUrl(provider, location);
    }

    private static BadConfigurationException wrong(String text, String fault) {
        return new BadConfigurationException(
                ErrorContext.none(),
                "'" + text + "' " + fault
                        + "; write 'provider' or 'provider:location', such as 'memory' or 'sqlite:shop.db'");
    }

    /** Returns the location, if there is one. */
    public Optional<String> givenLocation() {
        return Optional.ofNullable(location);
    }

    /** Returns it as it is written. */
    @Override
    public String toString() {
        return location == null ? provider : provider + ":" + location;
    }
}
