package org.stowage.internal.repository;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.entity.RecordFactory;
import org.stowage.internal.jdql.RowPath;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.Row;

/** Makes of a row what a method returns of it: the entity, an attribute, or a record of attributes. For many threads. */
@FunctionalInterface
interface RowDecoder {

    @Nullable Object decode(Row row);

    /**
     * Returns the decoder for a result.
     *
     * @param selected the attributes that a query names; empty if it names none
     * @throws PlanException if the result type does not take them
     */
    static RowDecoder of(EntityMapping mapping, List<Expression.Path> selected, Class<?> wanted) {
        Class<?> type = Types.boxed(wanted);
        if (selected.isEmpty()) {
            if (type.isAssignableFrom(mapping.model().type())) {
                return mapping::toEntity;
            }
            if (!type.isRecord()) {
                throw new PlanException("it returns " + wanted.getSimpleName() + ", and entity '"
                        + mapping.schema().name() + "' is a "
                        + mapping.model().type().getSimpleName()
                        + "; return that, or a record of some of its attributes");
            }
            return record(
                    mapping,
                    type,
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
        }
        if (selected.size() == 1) {
            Attribute attribute = mapping.attribute(selected.get(0).toString());
            if (type.isAssignableFrom(attribute.codec().javaType())) {
                return value(mapping, attribute);
            }
        }
        if (type.isRecord() && type.getRecordComponents().length == selected.size()) {
            return record(
                    mapping,
                    type,
                    selected.stream().map(Expression.Path::toString).toList());
        }
        throw new PlanException("it returns " + wanted.getSimpleName() + ", and the query selects "
                + selected.stream()
                        .map(path -> "'" + path + "' of type "
                                + mapping.attribute(path.toString())
                                        .codec()
                                        .javaType()
                                        .getSimpleName())
                        .toList()
                + "; return that, or a record of as many components");
    }

    private static RowDecoder value(EntityMapping mapping, Attribute attribute) {
        RowPath path = RowPath.of(mapping.schema(), attribute.path());
        return row -> {
            Object value = path.value(row);
            return value == null ? null : attribute.codec().decode().apply(value);
        };
    }

    private static RowDecoder record(EntityMapping mapping, Class<?> type, List<String> names) {
        RecordComponent[] components = type.getRecordComponents();
        RowDecoder[] values = new RowDecoder[components.length];
        for (int i = 0; i < values.length; i++) {
            Attribute attribute = mapping.attribute(names.get(i));
            if (!Types.boxed(components[i].getType())
                    .isAssignableFrom(attribute.codec().javaType())) {
                throw new PlanException(
                        "component '" + components[i].getName() + "' of " + type.getSimpleName() + " is "
                                + components[i].getType().getSimpleName() + ", and attribute '" + names.get(i) + "' is "
                                + attribute.codec().javaType().getSimpleName() + "; make them alike");
            }
            values[i] = value(mapping, attribute);
        }
        RecordFactory factory = RecordFactory.of(type)
                .orElseThrow(() -> new PlanException(
                        "record " + type.getName() + " is not accessible; open its package to module org.stowage"));
        return row -> {
            @Nullable Object[] content = new @Nullable Object[values.length];
            for (int i = 0; i < content.length; i++) {
                content[i] = values[i].decode(row);
            }
            return factory.create(content);
        };
    }
}
