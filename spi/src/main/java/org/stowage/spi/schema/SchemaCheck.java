package org.stowage.spi.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidNameException;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.error.SchemaMismatchException;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/** Makes sure that a schema is consistent. One object checks one schema. */
final class SchemaCheck {

    /** The longest logical name, in UTF-16 units. */
    static final int LONGEST_NAME = 200;

    private static final int DEEPEST = 64;

    private final String entity;
    private final Map<String, Field> fields = new HashMap<>();

    private SchemaCheck(String entity) {
        this.entity = entity;
    }

    static void check(
            String name, List<Field> fields, List<String> key, @Nullable String version, List<Index> indexes) {
        SchemaCheck check = new SchemaCheck(name);
        check.name(name, "an entity");
        check.fields(fields);
        check.key(key);
        check.version(version);
        check.indexes(indexes);
    }

    private void fields(List<Field> all) {
        if (all.size() > EntitySchema.MAX_FIELDS) {
            throw new LimitExceededException(
                    context(),
                    "entity '" + entity + "' has '" + all.size() + "' fields: expected at most "
                            + EntitySchema.MAX_FIELDS);
        }
        Set<String> physical = new HashSet<>();
        for (Field field : all) {
            name(field.name(), "a field");
            type(field.name(), field.type(), 0);
            if (fields.put(field.name(), field) != null) {
                throw mismatch("entity '" + entity + "' has two fields named '" + field.name() + "'; rename one");
            }
            // Only a collision of hashes could do this, and it must not lose data.
            if (!physical.add(PhysicalName.field(field.name()))) {
                throw mismatch("field '" + field.name() + "' of entity '" + entity
                        + "' would be stored under the name of another one; rename it");
            }
        }
    }

    private void type(String path, ValueType type, int depth) {
        if (depth > DEEPEST) {
            throw new LimitExceededException(
                    context(),
                    "the type of '" + path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.'))
                            + "' of entity '" + entity + "' is nested deeper than " + DEEPEST
                            + " lists and structures");
        }
        switch (type) {
            case ValueType.Basic basic -> {}
            case ValueType.Decimal decimal -> {}
            case ValueType.Enumeration enumeration -> enumeration.names().forEach(ValueType.TEXT::check);
            case ValueType.ListOf list -> type(path, list.element(), depth + 1);
            case ValueType.Struct struct -> {
                if (struct.fields().isEmpty()) {
                    throw mismatch(
                            "structure '" + path + "' of entity '" + entity + "' has no fields: expected at least one");
                }
                for (Field field : struct.fields()) {
                    name(field.name(), "a field of structure '" + path + "'");
                    type(path + "." + field.name(), field.type(), depth + 1);
                }
            }
        }
    }

    private void key(List<String> key) {
        if (key.isEmpty()) {
            throw mismatch("entity '" + entity + "' has no key: expected at least one key field");
        }
        distinct(key, "the key");
        for (String name : key) {
            Field field = ordered(name, "the key");
            if (field.nullable()) {
                throw mismatch("key field '" + name + "' of entity '" + entity + "' may be null: a key field must not");
            }
        }
    }

    private void version(@Nullable String version) {
        if (version == null) {
            return;
        }
        Field field = existing(version, "the version");
        if (!field.type().equals(ValueType.INT64) || field.nullable()) {
            throw mismatch("version field '" + version + "' of entity '" + entity + "' is '" + WiderType.describe(field)
                    + "': expected 'int64', not null");
        }
    }

    private void indexes(List<Index> indexes) {
        Set<List<String>> seen = new HashSet<>();
        for (Index index : indexes) {
            if (!seen.add(index.fields())) {
                throw mismatch("entity '" + entity + "' has two indexes on " + index.fields() + "; remove one");
            }
            for (String name : index.fields()) {
                ordered(name, "an index");
            }
        }
    }

    private void distinct(List<String> names, String user) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw mismatch(user + " of entity '" + entity + "' names field '" + name + "' twice");
            }
        }
    }

    private Field ordered(String name, String user) {
        Field field = existing(name, user);
        if (!field.type().ordered()) {
            throw mismatch("field '" + name + "' of entity '" + entity + "' cannot be part of " + user + ": '"
                    + field.type().describe() + "' has no order");
        }
        return field;
    }

    private Field existing(String name, String user) {
        Field field = fields.get(name);
        if (field == null) {
            throw mismatch(user + " of entity '" + entity + "' names field '" + name + "', which it has not"
                    + NearestName.hint(name, fields.keySet()));
        }
        return field;
    }

    private void name(String name, String what) {
        if (name.length() > LONGEST_NAME) {
            throw new InvalidNameException(
                    context(),
                    "'" + name.substring(0, 40) + "…' cannot be the name of " + what + ": it has " + name.length()
                            + " characters, expected at most " + LONGEST_NAME);
        }
        if (!identifier(name)) {
            throw new InvalidNameException(
                    context(),
                    "'" + name + "' cannot be the name of " + what
                            + ": expected a letter, '_' or '$', then letters, digits, '_' or '$'");
        }
    }

    // Java's own keywords are allowed: a column of imported data may well be named 'class'.
    private static boolean identifier(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints()
                        .allMatch(character -> Character.isJavaIdentifierPart(character)
                                && !Character.isIdentifierIgnorable(character));
    }

    private SchemaMismatchException mismatch(String message) {
        return new SchemaMismatchException(context(), message);
    }

    private ErrorContext context() {
        return new ErrorContext(null, entity, null);
    }
}
