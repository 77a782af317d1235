package org.stowage.internal.entity;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;
import org.stowage.spi.value.ValueType;

/** How collections and arrays are stored: as lists. */
final class CollectionCodecs {

    private CollectionCodecs() {}

    /** Returns the codec of a collection class, if there is one. */
    static Optional<ValueCodec> collection(Class<?> type, ValueCodec element) {
        if (type == List.class || type == Collection.class || type == Iterable.class) {
            return Optional.of(collection(type, element, List::copyOf));
        }
        // Keeps the order in which the elements are stored.
        return type == Set.class
                ? Optional.of(collection(type, element, list -> Collections.unmodifiableSet(new LinkedHashSet<>(list))))
                : Optional.empty();
    }

    private static ValueCodec collection(Class<?> type, ValueCodec element, Function<List<Object>, Object> make) {
        return new ValueCodec(
                type,
                new ValueType.ListOf(element.type()),
                value -> encodeAll((Iterable<?>) value, element),
                value -> make.apply(decodeAll((List<?>) value, element)));
    }

    /** Returns the codec of arrays. */
    static ValueCodec array(Class<?> component, ValueCodec element) {
        return new ValueCodec(
                component.arrayType(),
                new ValueType.ListOf(element.type()),
                value -> {
                    List<@Nullable Object> elements = new ArrayList<>();
                    for (int i = 0; i < Array.getLength(value); i++) {
                        elements.add(Array.get(value, i));
                    }
                    return encodeAll(elements, element);
                },
                value -> {
                    List<Object> elements = decodeAll((List<?>) value, element);
                    Object array = Array.newInstance(component, elements.size());
                    for (int i = 0; i < elements.size(); i++) {
                        Array.set(array, i, elements.get(i));
                    }
                    return array;
                });
    }

    private static List<Object> encodeAll(Iterable<?> values, ValueCodec element) {
        List<Object> encoded = new ArrayList<>();
        for (Object value : values) {
            if (value == null) {
                throw new InvalidValueException(ErrorContext.none(), "a collection holds null; leave it out");
            }
            encoded.add(Objects.requireNonNull(element.encode().apply(value)));
        }
        return encoded;
    }

    private static List<Object> decodeAll(List<?> values, ValueCodec element) {
        List<Object> decoded = new ArrayList<>(values.size());
        values.forEach(value -> decoded.add(element.decode().apply(value)));
        return decoded;
    }
}
