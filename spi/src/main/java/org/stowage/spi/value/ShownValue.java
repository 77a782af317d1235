package org.stowage.spi.value;

/** A value as it stands in a message: in single quotes, on one line, shortened. */
final class ShownValue {

    private static final int LONGEST = 60;

    private ShownValue() {}

    static String of(Object value) {
        // A long list would be written whole only to be cut: its size says enough.
        String text = value instanceof java.util.List<?> list ? "list of " + list.size() : value.toString();
        StringBuilder shown = new StringBuilder("'");
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == 0x7F || (Character.isSurrogate(character) && !paired(text, i))) {
                shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) character));
            } else {
                shown.append(character);
            }
        }
        return shown.append(text.length() > LONGEST ? "…'" : "'").toString();
    }

    private static boolean paired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
