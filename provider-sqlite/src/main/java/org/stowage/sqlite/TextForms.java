package org.stowage.sqlite;

import java.util.UUID;
import org.stowage.spi.value.ValueType;

/** Text forms that only this provider reads. */
final class TextForms {

    private static final int UUID_LENGTH = 36;

    private TextForms() {}

    /** Returns the UUID of its text; {@link UUID#fromString} alone would take shortened groups as well. */
    static UUID uuid(String text) {
        UUID value = UUID.fromString(text);
        if (text.length() != UUID_LENGTH || !value.toString().equals(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a UUID in lower case");
        }
        return value;
    }

    /** Returns the declared name that a text is. */
    static String name(ValueType.Enumeration type, String text) {
        int index = type.names().indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("'" + text + "' is none of " + type.names());
        }
        return type.names().get(index);
    }

    /** Returns whether the names sort by their texts as they do by declaration. */
    static boolean sortsAsText(ValueType.Enumeration type) {
        for (int i = 1; i < type.names().size(); i++) {
            if (ValueType.TEXT
                            .order()
                            .compare(type.names().get(i - 1), type.names().get(i))
                    >= 0) {
                return false;
            }
        }
        return true;
    }
}
