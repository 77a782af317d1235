package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.entity.ClosedPackage;
import org.stowage.internal.entity.EntityMapping;
import org.stowage.internal.entity.RecordFactory;
import org.stowage.internal.jdql.RowPath;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.Row;

/**
 * Makes of a row what a method returns of it: the entity, an attribute, or a record of attributes. For many threads.
 *
 * @param fields the fields of the row that it needs; empty for all
 * @param decoding what it does
 */
record RowDecoder(Set<String> fields, Function<Row, @Nullable Object> decoding) {

    @Nullable Object decode(Row row) {
        return decoding.apply(row);
    }

    /**
     * Returns the decoder for a result.
     *
     * @param selected the attributes that a query names; empty if it names none
     * @throws PlanException if the result type does not take them
     */
    static RowDecoder of(EntityMapping mapping, List<Expression.Path> selected, Class<?> wanted) {
        Class<?> type = Types.boxed(wanted);
        return selected.isEmpty() ? found(mapping, type, wanted) : selected(mapping, selected, type, wanted);
    }

    private static RowDecoder found(EntityMapping mapping, Class<?> type, Class<?> wanted) {
        if (type.isAssignableFrom(mapping.model().type())) {
            return new RowDecoder(Set.of(), mapping::toEntity);
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
                        .map(component -> mapping.attribute(component.getName()))
                        .toList());
    }

    private static RowDecoder selected(
            EntityMapping mapping, List<Expression.Path> selected, Class<?> type, Class<?> wanted) {
        List<Attribute> attributes = selected.stream()
                .map(path -> mapping.attribute(path.toString()))
                .toList();
        if (attributes.size() == 1
                && type.isAssignableFrom(attributes.get(0).codec().javaType())) {
            return new RowDecoder(fields(attributes), value(mapping, attributes.get(0), wanted));
        }
        if (type.isRecord() && type.getRecordComponents().length == selected.size()) {
            return record(mapping, type, inOrderOf(type.getRecordComponents(), attributes));
        }
        throw new PlanException("it returns " + wanted.getSimpleName() + ", and the query selects "
                + attributes.stream()
                        .map(attribute -> "'" + attribute.path() + "' of type "
                                + attribute.codec().javaType().getSimpleName())
                        .toList()
                + "; return that, or a record of as many components");
    }

    /** Returns the attributes that the components are named after, if each is named after one, or else the attributes as they are. */
    private static List<Attribute> inOrderOf(RecordComponent[] components, List<Attribute> attributes) {
        List<Attribute> named = Arrays.stream(components)
                .flatMap(component -> attributes.stream()
                        .filter(attribute ->
                                String.join("_", attribute.path().names()).equals(component.getName())))
                .toList();
        return named.size() == components.length ? named : attributes;
    }

    private static RowDecoder record(EntityMapping mapping, Class<?> type, List<Attribute> attributes) {
        RecordComponent[] components = type.getRecordComponents();
        List<Function<Row, @Nullable Object>> values = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            values.add(component(mapping, type, components[i], attributes.get(i)));
        }
        RecordFactory factory = RecordFactory.of(type)
                .orElseThrow(() -> new PlanException(
                        "record " + type.getName() + " is not accessible; " + ClosedPackage.remedy(type)));
        return new RowDecoder(fields(attributes), row -> {
            @Nullable Object[] content = new @Nullable Object[values.size()];
            for (int i = 0; i < content.length; i++) {
                content[i] = values.get(i).apply(row);
            }
            return factory.create(content);
        });
    }

    private static Function<Row, @Nullable Object> component(
            EntityMapping mapping, Class<?> type, RecordComponent component, Attribute attribute) {
        boolean optional = component.getType() == Optional.class;
        Class<?> wanted = optional ? content(component.getGenericType()) : component.getType();
        if (!Types.boxed(wanted).isAssignableFrom(attribute.codec().javaType())) {
            throw new PlanException("component '" + component.getName() + "' of " + type.getSimpleName() + " is "
                    + component.getType().getSimpleName() + ", and attribute '" + attribute.path() + "' is "
                    + attribute.codec().javaType().getSimpleName() + "; make them alike");
        }
        Function<Row, @Nullable Object> value = value(mapping, attribute, wanted);
        return optional ? row -> Optional.ofNullable(value.apply(row)) : value;
    }

    private static Class<?> content(Type optional) {
        return optional instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> content
                ? content
                : Object.class;
    }

    private static Function<Row, @Nullable Object> value(EntityMapping mapping, Attribute attribute, Class<?> wanted) {
        RowPath path = RowPath.of(mapping.schema(), attribute.path());
        Optional<RowPath> zone = attribute.zone().map(beside -> RowPath.of(mapping.schema(), beside));
        return row -> {
            Object stored = path.value(row);
            if (stored != null) {
                return attribute.decoded(stored, zone.isPresent() ? zone.get().value(row) : null);
            }
            if (wanted.isPrimitive()) {
                throw new MappingException("attribute '" + attribute.path() + "' of entity '"
                        + mapping.schema().name() + "' with key '" + mapping.keyOf(row)
                        + "' is null and cannot be returned as "
                        + wanted.getSimpleName() + "; return "
                        + Types.boxed(wanted).getSimpleName() + " instead");
            }
            return null;
        };
    }

    private static Set<String> fields(List<Attribute> attributes) {
        Set<String> fields = new TreeSet<>();
        for (Attribute attribute : attributes) {
            fields.add(attribute.path().field());
            attribute.zone().ifPresent(zone -> fields.add(zone.field()));
        }
        return fields;
    }
}
