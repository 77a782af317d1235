package org.stowage.launcher.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.FailureException;

/** Names of fields out of the names that people give to columns: what no identifier may hold becomes {@code _}. */
final class FieldNames {

    private FieldNames() {}

    /** Returns the names of the columns of a file, all different. */
    static List<String> of(InputFile file, List<@Nullable Object> header) {
        refuseOtherSeparator(file, header);
        List<String> names = new ArrayList<>();
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Object cell = header.get(i);
            if (cell == null || cell.toString().isBlank()) {
                throw new FailureException(file.shown() + ", line 1: column " + (i + 1) + " has no name; give it one");
            }
            String name = of(cell.toString());
            Integer before = columns.put(name, i + 1);
            if (before != null) {
                throw new FailureException(file.shown() + ", line 1: columns " + before + " and " + (i + 1)
                        + " are both named '" + name + "'; rename one");
            }
            names.add(name);
        }
        return names;
    }

    /** One column with a separator in its name is what several columns look like that are separated by something else. */
    private static void refuseOtherSeparator(InputFile file, List<@Nullable Object> header) {
        String only = header.size() == 1 ? String.valueOf(header.get(0)) : "";
        String separator = only.contains(";") ? "semicolons" : only.contains("\t") ? "tabs" : null;
        if (separator != null) {
            throw new FailureException(file.shown() + ", line 1: the columns are separated by " + separator
                    + " and must be by commas; save it as CSV with commas");
        }
    }

    /** Returns the name of a field. */
    static String of(String written) {
        String stripped = written.strip();
        StringBuilder name = new StringBuilder();
        stripped.codePoints().forEach(character -> {
            if (name.isEmpty() && !Character.isJavaIdentifierStart(character)) {
                name.append('_');
            }
            if (Character.isJavaIdentifierPart(character) && !Character.isIdentifierIgnorable(character)) {
                name.appendCodePoint(character);
            } else if (name.isEmpty() || name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        });
        return name.toString();
    }
}
