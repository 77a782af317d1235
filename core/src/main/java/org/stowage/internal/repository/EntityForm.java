package org.stowage.internal.repository;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a method takes entities, and gives them back: one, or several in a list, an array or a stream.
 *
 * @param kind one or several, and in which shape
 */
record EntityForm(Kind kind) {

    enum Kind {
        ONE,
        LIST,
        ARRAY,
        STREAM
    }

    static EntityForm of(Class<?> type) {
        if (type.isArray()) {
            return new EntityForm(Kind.ARRAY);
        }
        if (type == Stream.class) {
            return new EntityForm(Kind.STREAM);
        }
        boolean several = type == List.class || type == Collection.class || type == Iterable.class;
        return new EntityForm(several ? Kind.LIST : Kind.ONE);
    }

    List<Object> entities(@Nullable Object argument) {
        Object given = Objects.requireNonNull(argument, "the entity is null; give one");
        List<Object> entities = new ArrayList<>();
        switch (kind) {
            case ONE -> entities.add(given);
            case LIST -> ((Iterable<?>) given).forEach(entities::add);
            case ARRAY -> entities.addAll(Arrays.asList((Object[]) given));
            case STREAM -> ((Stream<?>) given).forEach(entities::add);
        }
        for (Object entity : entities) {
            Objects.requireNonNull(entity, "one of the entities is null; leave it out");
        }
        return entities;
    }

    Object result(List<Object> entities, Class<?> returned) {
        return switch (kind) {
            case ONE -> entities.get(0);
            case LIST -> entities;
            case ARRAY -> {
                Object array = Array.newInstance(returned.getComponentType(), entities.size());
                for (int i = 0; i < entities.size(); i++) {
                    Array.set(array, i, entities.get(i));
                }
                yield array;
            }
            case STREAM -> entities.stream();
        };
    }
}
