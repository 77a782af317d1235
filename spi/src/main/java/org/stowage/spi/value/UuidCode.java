package org.stowage.spi.value;

import java.util.UUID;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;

/**
 * UUIDs as text, in the one form that stores keep (section 1 of the semantic contract): 36 characters, hexadecimal digits in
 * lower case. Upper case is refused, because two texts of one UUID would be two keys to an engine that compares text. The texts
 * sort, by bytes, as the values do.
 */
public final class UuidCode {

    /** The number of characters. */
    public static final int LENGTH = 36;

    private UuidCode() {}

    /** Returns the text of a UUID. */
    public static String encode(UUID value) {
        return value.toString();
    }

    /**
     * Returns the UUID of a text.
     *
     * @throws InvalidValueException if the text is not exactly what {@link #encode} writes
     */
    public static UUID decode(String text) {
        if (text.length() != LENGTH) {
            throw invalid(text);
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            char character = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (character != '-') {
                    throw invalid(text);
                }
            } else if (i < 18) {
                high = high << 4 | digit(text, character);
            } else {
                low = low << 4 | digit(text, character);
            }
        }
        return new UUID(high, low);
    }

    private static int digit(String text, char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= 'a' && character <= 'f') {
            return character - 'a' + 10;
        }
        throw invalid(text);
    }

    private static InvalidValueException invalid(String text) {
        return new InvalidValueException(
                ErrorContext.none(),
                ShownValue.of(text)
                        + " is no UUID: expected 36 characters in lower case, such as '0fb5c7d2-4e5f-4b1c-9a53-6c1d2e3f4a5b'");
    }
}
