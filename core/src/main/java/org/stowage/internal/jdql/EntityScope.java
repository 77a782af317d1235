package org.stowage.internal.jdql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stowage.query.JdqlException;
import org.stowage.spi.query.Expression;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/**
 * What the names of a statement mean.
 *
 * @param schema the entity that it is about
 * @param source the statement
 * @param enums the enums of its attributes
 */
record EntityScope(EntitySchema schema, SourceText source, EnumClasses enums) {

    boolean hasAttribute(String name) {
        return schema.field(name).isPresent();
    }

    Expression.Path path(Term.Path term) {
        List<Field> fields = schema.fields();
        String owner = "entity '" + schema.name() + "'";
        ValueType type = null;
        List<String> names = new ArrayList<>();
        for (String name : term.names()) {
            if (type != null) {
                if (!(type instanceof ValueType.Struct struct)) {
                    throw source.error(
                            term.at(),
                            "attribute '" + String.join(".", names) + "' is " + type.describe() + " and has no '" + name
                                    + "'",
                            "");
                }
                fields = struct.fields();
                owner = "attribute '" + String.join(".", names) + "'";
            }
            type = type(fields, name, owner, term).type();
            names.add(name);
        }
        if (type == null) {
            throw new IllegalStateException("a path without names");
        }
        return new Expression.Path(names, type);
    }

    private Field type(List<Field> fields, String name, String owner, Term.Path term) {
        Optional<Field> field = fields.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        return field.orElseThrow(() -> unknown(fields, name, owner, term));
    }

    private JdqlException unknown(List<Field> fields, String name, String owner, Term.Path term) {
        return source.unknown(
                term.at(),
                "unknown attribute '" + name + "' of " + owner,
                name,
                fields.stream().map(Field::name).toList());
    }

    Expression.Path id(int at) {
        if (schema.key().size() != 1) {
            throw source.error(
                    at,
                    "entity '" + schema.name() + "' has an id of several attributes",
                    "name one of them: " + schema.key());
        }
        String name = schema.key().get(0);
        return Expression.Path.of(name, schema.field(name).orElseThrow().type());
    }
}
