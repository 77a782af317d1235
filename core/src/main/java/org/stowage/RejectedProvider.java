package org.stowage;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that looked like a provider and cannot be used.
 *
 * @param place where it was found, for people: a JAR, a folder or a module
 * @param className the class that was named as the provider, or null if it did not come to that
 * @param name the provider's name, or null if it did not come to that
 * @param reason what is wrong, without a full stop
 * @param remedy what to do about it, without a full stop
 * @param failure what was thrown, or null
 */
public record RejectedProvider(
        String place,
        @Nullable String className,
        @Nullable String name,
        String reason,
        String remedy,
        @Nullable Throwable failure) {

    /** Returns the class that was named as the provider, if it came to that. */
    public Optional<String> providerClass() {
        return Optional.ofNullable(className);
    }

    /** Returns the provider's name, if it came to that. */
    public Optional<String> providerName() {
        return Optional.ofNullable(name);
    }

    /** Returns whether somebody who asks for a provider of a name may mean this one. */
    boolean mayBe(String asked) {
        if (name != null) {
            return name.equals(asked);
        }
        String bare = bare(asked);
        return !bare.isEmpty()
                && (bare(place).contains(bare)
                        || (className != null && bare(className).contains(bare)));
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Returns it for people, on one line. */
    @Override
    public String toString() {
        return (className == null ? "" : className + " in ") + place + ": " + reason + "; " + remedy;
    }
}
