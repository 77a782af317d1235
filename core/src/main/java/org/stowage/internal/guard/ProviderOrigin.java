package org.stowage.internal.guard;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Which provider somebody has to look at, and where it is.
 *
 * @param name the provider's name
 * @param type its class
 */
public record ProviderOrigin(String name, Class<?> type) {

    /** Returns the JAR or folder that it was loaded from, or else its class, for people. */
    public String place() {
        return place(type);
    }

    /** Returns the JAR or folder that a class was loaded from, or else its name, for people. */
    public static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        @Nullable URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return type.getName();
        }
        try {
            return Path.of(location.toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return location.toString(); // no file
        }
    }

    /** Returns it for people: its name and its place. */
    @Override
    public String toString() {
        return "provider '" + name + "' in " + place();
    }
}
