package org.stowage.jsonfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.StoreException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.Row;

/** Finds the two lines of a file that the key or a unique index does not allow together. */
final class RowClash {

    private final Folder folder;
    private final String name;
    private final StoreErrors errors;

    RowClash(Folder folder, String name, StoreErrors errors) {
        this.folder = folder;
        this.name = name;
        this.errors = errors;
    }

    /** Returns the error with the places of both rows. */
    StoreException explain(StoreException found) throws IOException {
        try (EntityReader reader = EntityReader.open(folder, name, errors.store())) {
            EntitySchema schema = reader.schema();
            List<List<String>> uniques = new ArrayList<>();
            uniques.add(schema.key());
            schema.indexes().stream().filter(Index::unique).map(Index::fields).forEach(uniques::add);
            List<Map<List<Object>, Long>> seen = new ArrayList<>();
            uniques.forEach(each -> seen.add(new HashMap<>()));
            while (reader.hasNext()) {
                long position = reader.position();
                Row row = reader.next();
                for (int i = 0; i < uniques.size(); i++) {
                    List<Object> values = values(schema, uniques.get(i), row);
                    Long before = values == null ? null : seen.get(i).putIfAbsent(values, position);
                    if (values != null && before != null) {
                        return clash(uniques.get(i), i == 0, values, before, position, found);
                    }
                }
            }
        }
        return found;
    }

    private static @Nullable List<Object> values(EntitySchema schema, List<String> fields, Row row) {
        List<Object> values = new ArrayList<>();
        for (String field : fields) {
            Object value = row.get(schema.position(field));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private CorruptStoreException clash(
            List<String> fields, boolean key, List<Object> values, long first, long second, StoreException found) {
        String named = String.join(", ", fields);
        String what = key ? "the key " + named : named + ", which an index keeps unique,";
        return new CorruptStoreException(
                errors.context(),
                FilePlace.of(folder, name, second) + ": " + what + " is "
                        + JsonText.shown(String.join(
                                ", ", values.stream().map(Object::toString).toList()))
                        + " as it is already at " + FilePlace.of(folder, name, first)
                        + ": change or remove one of them",
                found);
    }
}
