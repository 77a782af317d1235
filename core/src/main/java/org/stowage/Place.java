package org.stowage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider was found.
 *
 * @param text for people
 * @param identity the same for the same place however it was reached
 */
record Place(String text, String identity) {

    static Place named(String text) {
        return new Place(text, text);
    }

    static Place of(Path path) {
        return new Place(path.toString(), real(path));
    }

    static Place of(URI location) {
        try {
            return of(Path.of(location));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return named(location.toString()); // not a file: an image of the JDK, say
        }
    }

    /** Returns the JAR or folder that a service file or class file, named by its whole path inside, lies in. */
    static Place holding(URL file, String inside) {
        String text = file.toString();
        String holder = text.endsWith(inside) ? text.substring(0, text.length() - inside.length()) : text;
        if (holder.startsWith("jar:") && holder.endsWith("!/")) {
            holder = holder.substring("jar:".length(), holder.length() - "!/".length());
        }
        return of(holder);
    }

    /** Returns where a class was loaded from, or what stands in for it if the class does not know. */
    static Place of(Class<?> type, Place otherwise) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        @Nullable URL location = source == null ? null : source.getLocation();
        return location == null ? otherwise : of(location.toString());
    }

    private static Place of(String uri) {
        try {
            return of(new URI(uri));
        } catch (URISyntaxException e) {
            return named(uri);
        }
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize().toString();
        }
    }
}
