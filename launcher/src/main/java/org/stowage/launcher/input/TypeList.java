package org.stowage.launcher.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stowage.launcher.FailureException;
import org.stowage.launcher.UsageException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/** Reads {@code ident text, elevation_ft int64?}: the fields that somebody gives the types of. */
public final class TypeList {

    private TypeList() {}

    /**
     * Returns the fields by name.
     *
     * @param text the list, or {@code @} and the name of a file with a field on each line, in which {@code #} begins a remark
     */
    public static Map<String, Field> parse(String text) {
        String list = text.startsWith("@") ? file(text.substring(1)) : text;
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String entry : entries(list)) {
            Field field = field(entry.strip());
            if (fields.put(field.name(), field) != null) {
                throw new UsageException("--types names field '" + field.name() + "' twice; name it once");
            }
        }
        return fields;
    }

    private static String file(String name) {
        try {
            return Files.readAllLines(Path.of(name)).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new FailureException("the file '" + name + "' with types cannot be read; check the path", e);
        }
    }

    /** Splits at commas that are not within parentheses or quotation marks. */
    private static List<String> entries(String list) {
        List<String> entries = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char character = list.charAt(i);
            quoted ^= character == '"';
            if (!quoted) {
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
                if (character == ',' && depth == 0) {
                    entries.add(list.substring(start, i));
                    start = i + 1;
                }
            }
        }
        entries.add(list.substring(start));
        return entries;
    }

    private static Field field(String entry) {
        String[] parts = entry.split("\\s+", 2);
        if (parts.length < 2 || parts[0].isEmpty()) {
            throw new UsageException(
                    "'" + entry
                            + "' in --types names no field with its type; write 'name type', with '?' behind it if it may be null");
        }
        boolean nullable = parts[1].endsWith("?");
        String type = nullable ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
        try {
            return new Field(parts[0], ValueType.parse(type.strip()), nullable);
        } catch (StoreException e) {
            throw new UsageException("--types, field '" + parts[0] + "': " + e.getMessage());
        }
    }
}
