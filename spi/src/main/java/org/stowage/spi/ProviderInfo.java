package org.stowage.spi;

import java.util.regex.Pattern;

/**
 * Who a provider is.
 *
 * @param name lower-case words with hyphens, such as {@code json-file}; at most 40 characters
 * @param version the provider's own version, for people
 * @param description one line for people: where the data goes
 * @param spi the versions of this SPI that it was built for
 * @param capabilities what its stores promise
 */
public record ProviderInfo(
        String name, String version, String description, SpiVersions spi, Capabilities capabilities) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_NAME = 40;

    /** Creates the description; the name must be allowed. */
    public ProviderInfo {
        if (!allowsName(name)) {
            throw new IllegalArgumentException(
                    "provider name '" + name + "' must be lower-case words with hyphens, at most " + MAX_NAME);
        }
    }

    /** Returns whether a provider may have a name. */
    public static boolean allowsName(String name) {
        return name.length() <= MAX_NAME && NAME.matcher(name).matches();
    }
}
