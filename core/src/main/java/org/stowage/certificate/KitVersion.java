package org.stowage.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a conformance kit, which is that of the Stowage it belongs to. Rules of the contract are added with a new line of
 * versions, never within one: what passed the kit of 0.1.0 passes that of 0.1.7.
 *
 * @param text such as {@code 0.1.0}; it begins with two numbers, which are its line
 */
public record KitVersion(String text) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}\\.\\d{1,6})([.-][A-Za-z0-9.-]{1,40})?");
    private static final KitVersion CURRENT = read();

    /** Creates the version. */
    public KitVersion {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version of the kit, such as '0.1.0'");
        }
    }

    /** Returns the version that belongs to this Stowage. */
    public static KitVersion current() {
        return CURRENT;
    }

    /** Returns the first two numbers, which versions with the same rules share. */
    public String line() {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    /** Returns it as it is. */
    @Override
    public String toString() {
        return text;
    }

    private static KitVersion read() {
        try (InputStream content = Objects.requireNonNull(KitVersion.class.getResourceAsStream("version.txt"))) {
            return new KitVersion(new String(content.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
