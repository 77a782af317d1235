package org.stowage.spi.value;

/**
 * Neutral values as JSON text, in the one form of section 1 of the semantic contract. Stores keep lists and structures so; the
 * other types are written as they would be within these.
 *
 * <ul>
 *   <li>BOOLEAN: {@code true}, {@code false}
 *   <li>INT64: a number; beyond ±(2^53−1), where other readers of JSON would round it, a string
 *   <li>FLOAT64: a number, as {@link Double#toString(double)} writes it
 *   <li>DECIMAL: a string, plain
 *   <li>BYTES: a string in Base64 with padding
 *   <li>UUID, times: a string as {@link UuidCode} and {@link TemporalCode} write it
 *   <li>TEXT, ENUM: a string
 *   <li>LIST: an array; STRUCT: an object with the fields in the order of the type, without those that are null
 * </ul>
 *
 * <p>No white space is written. Reading is strict: no other kind of token where one is expected, no unknown or repeated field,
 * nothing after the end; but white space between tokens, any order of fields and explicit nulls are accepted, since people
 * write them.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * Returns the JSON text of a value.
     *
     * @param type the value's type
     * @param value a neutral value of that type
     */
    public static String encode(ValueType type, Object value) {
        StringBuilder json = new StringBuilder();
        JsonWriter.write(json, type, value);
        return json.toString();
    }

    /**
     * Returns the neutral value of a JSON text.
     *
     * @param type the value's type
     * @param json the whole text
     * @throws org.stowage.spi.error.InvalidValueException if the text is no JSON or no value of the type; names the character where
     *     it is wrong, counted from 1
     * @throws org.stowage.spi.error.LimitExceededException if a value is too large or nested too deeply
     */
    public static Object decode(ValueType type, String json) {
        return new JsonReader(json).read(type);
    }
}
