package org.stowage.spi.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The names under which engines and file systems keep entities, fields and indexes: lower-case ASCII letters, digits and
 * underscores, at most {@link #MAX_BYTES} of them, different for different names even where case does not count (section 7 of
 * the semantic contract).
 *
 * <p>The rule: {@code c_}, {@code f_} or {@code i_}, then the name, of which lower-case ASCII letters and digits stay as they are,
 * an upper-case ASCII letter {@code X} becomes {@code _x}, an underscore {@code __}, and any other character {@code _0}, its
 * code point in hexadecimal and {@code _}. So the field {@code unitPrice} is {@code f_unit_price}, {@code iata_code} is
 * {@code f_iata__code}, and the entity {@code Restaurant} is {@code c__restaurant}. An index is the entity and its fields, each
 * field after {@code _2}. What is too long keeps as many whole characters of the name as fit before {@code _1} and a hash of
 * the whole. No character is written {@code _1} or {@code _2}, so nothing else can look like these.
 */
public final class PhysicalName {

    /** The longest physical name, in bytes and characters. */
    public static final int MAX_BYTES = 48;

    private static final String HASHED = "_1";
    private static final String INDEXED_FIELD = "_2";

    // A hundred bits: even a million names made on purpose would hardly meet.
    private static final int HASH_LENGTH = 20;
    private static final String HASH_DIGITS = "0123456789abcdefghijklmnopqrstuv";

    private PhysicalName() {}

    /** Returns the name of what holds the rows of an entity. */
    public static String entity(String name) {
        return fit("c_", escape(name));
    }

    /** Returns the name of what holds the values of a field. */
    public static String field(String name) {
        return fit("f_", escape(name));
    }

    /** Returns the name of an index of an entity; whether it is unique makes no difference. */
    public static String index(String entity, Index index) {
        List<String> parts = escape(entity);
        for (String field : index.fields()) {
            parts.add(INDEXED_FIELD);
            parts.addAll(escape(field));
        }
        return fit("i_", parts);
    }

    // One element for each character, so that a name is never cut within one.
    private static List<String> escape(String name) {
        List<String> parts = new ArrayList<>();
        name.codePoints().forEach(character -> parts.add(escape(character)));
        return parts;
    }

    private static String escape(int character) {
        if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
            return Character.toString(character);
        }
        if (character >= 'A' && character <= 'Z') {
            return "_" + (char) (character - 'A' + 'a');
        }
        return character == '_' ? "__" : "_0" + Integer.toHexString(character) + "_";
    }

    private static String fit(String prefix, List<String> parts) {
        String whole = prefix + String.join("", parts);
        if (whole.length() <= MAX_BYTES) {
            return whole;
        }
        int room = MAX_BYTES - HASHED.length() - HASH_LENGTH;
        StringBuilder name = new StringBuilder(prefix);
        for (String part : parts) {
            if (name.length() + part.length() > room) {
                break;
            }
            name.append(part);
        }
        return name.append(HASHED).append(hash(whole)).toString();
    }

    private static String hash(String text) {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder hash = new StringBuilder();
        for (int bit = 0; hash.length() < HASH_LENGTH; bit += 5) {
            int two = (digest[bit / 8] & 0xFF) << 8 | (digest[bit / 8 + 1] & 0xFF);
            hash.append(HASH_DIGITS.charAt(two >> (11 - bit % 8) & 31));
        }
        return hash.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
