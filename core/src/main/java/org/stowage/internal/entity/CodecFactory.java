package org.stowage.internal.entity;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Converter;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Finds out how values of a type are stored: basic, converted, enumerations, embedded classes, and collections of all of them. */
final class CodecFactory {

    private final Map<Class<?>, ValueCodec> converted = new HashMap<>();
    // The embedded classes that are being read, to notice one that holds itself.
    private final Deque<Class<?>> open = new ArrayDeque<>();

    CodecFactory(Collection<? extends Converter<?, ?>> converters) {
        converters.forEach(converter -> converted.put(converter.type(), codec(converter)));
    }

    private static <T, S> ValueCodec codec(Converter<T, S> converter) {
        ValueCodec stored = BasicCodecs.of(converter.storedType());
        if (stored == null) {
            throw new IllegalArgumentException(
                    "converter '" + converter.getClass().getName() + "' stores '"
                            + converter.storedType().getName() + "', which is no basic type");
        }
        return new ValueCodec(
                converter.type(),
                stored.type(),
                value -> stored.encode()
                        .apply(converter.toStored(converter.type().cast(value))),
                value -> converter.fromStored(
                        converter.storedType().cast(stored.decode().apply(value))));
    }

    /** Returns the codec of a class whose values need nothing said of them, if it is one. */
    Optional<ValueCodec> simple(Class<?> type) {
        ValueCodec codec = converted.containsKey(type) ? converted.get(type) : BasicCodecs.of(type);
        return codec == null && type.isEnum() && type.getEnumConstants().length > 0
                ? Optional.of(BasicCodecs.enumeration(type))
                : Optional.ofNullable(codec);
    }

    /** Returns the codec of a type, or null after a note of the problem. */
    @Nullable ValueCodec codec(Type type, Optional<Integer> scale, String place, ClassReader reader) {
        return switch (type) {
            case Class<?> raw -> codec(raw, scale, place, reader);
            case ParameterizedType generic -> generic(generic, scale, place, reader);
            case GenericArrayType array -> array(array.getGenericComponentType(), scale, place, reader);
            default -> unsupported(type, place, reader);
        };
    }

    private @Nullable ValueCodec codec(Class<?> type, Optional<Integer> scale, String place, ClassReader reader) {
        ValueCodec codec = converted.get(type);
        if (codec == null && scale.isPresent() && type == java.math.BigDecimal.class) {
            return decimal(scale.get(), place, reader);
        }
        if (codec == null) {
            codec = BasicCodecs.of(type);
        }
        if (codec != null) {
            return codec;
        }
        if (type.isEnum()) {
            return enumeration(type, place, reader);
        }
        if (type.isArray()) {
            return array(type.getComponentType(), scale, place, reader);
        }
        if (type.isRecord() || new NamedAnnotations(List.of(type)).has("Embeddable")) {
            return embedded(type, place, reader);
        }
        return unsupported(type, place, reader);
    }

    private static @Nullable ValueCodec decimal(int scale, String place, ClassReader reader) {
        if (scale < 0 || scale > 100) {
            reader.problem(place, "the scale '" + scale + "' is not between 0 and 100");
            return null;
        }
        return BasicCodecs.decimal(scale);
    }

    private static @Nullable ValueCodec enumeration(Class<?> type, String place, ClassReader reader) {
        if (type.getEnumConstants().length == 0) {
            reader.problem(place, "the enumeration '" + type.getName() + "' has no constants");
            return null;
        }
        return BasicCodecs.enumeration(type);
    }

    private @Nullable ValueCodec generic(
            ParameterizedType type, Optional<Integer> scale, String place, ClassReader reader) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return collection(arguments[0], scale, place, reader, raw, List::copyOf);
        }
        if (raw == Set.class) {
            // Keeps the order in which the elements are stored.
            return collection(
                    arguments[0],
                    scale,
                    place,
                    reader,
                    raw,
                    list -> Collections.unmodifiableSet(new LinkedHashSet<>(list)));
        }
        return unsupported(type, place, reader);
    }

    private @Nullable ValueCodec element(Type type, Optional<Integer> scale, String place, ClassReader reader) {
        ValueCodec codec = codec(type, scale, place, reader);
        if (codec != null && codec.zoned()) {
            reader.problem(
                    place,
                    "the zone of times in a collection would be lost; use Instant, or a record with the time in it");
            return null;
        }
        return codec;
    }

    private @Nullable ValueCodec collection(
            Type element,
            Optional<Integer> scale,
            String place,
            ClassReader reader,
            Class<?> raw,
            Function<List<Object>, Object> make) {
        ValueCodec inner = element(element, scale, place, reader);
        if (inner == null) {
            return null;
        }
        return new ValueCodec(
                raw,
                new ValueType.ListOf(inner.type()),
                value -> encodeAll((Iterable<?>) value, inner),
                value -> make.apply(decodeAll((List<?>) value, inner)));
    }

    private @Nullable ValueCodec array(Type element, Optional<Integer> scale, String place, ClassReader reader) {
        ValueCodec inner = element(element, scale, place, reader);
        if (inner == null) {
            return null;
        }
        Class<?> component = element instanceof Class<?> raw ? raw : inner.javaType();
        return new ValueCodec(
                component.arrayType(),
                new ValueType.ListOf(inner.type()),
                value -> {
                    List<@Nullable Object> elements = new ArrayList<>();
                    for (int i = 0; i < Array.getLength(value); i++) {
                        elements.add(Array.get(value, i));
                    }
                    return encodeAll(elements, inner);
                },
                value -> {
                    List<Object> elements = decodeAll((List<?>) value, inner);
                    Object array = Array.newInstance(component, elements.size());
                    for (int i = 0; i < elements.size(); i++) {
                        Array.set(array, i, elements.get(i));
                    }
                    return array;
                });
    }

    private static List<Object> encodeAll(Iterable<?> values, ValueCodec inner) {
        List<Object> encoded = new ArrayList<>();
        for (Object value : values) {
            if (value == null) {
                throw new org.stowage.spi.error.InvalidValueException(
                        org.stowage.spi.error.ErrorContext.none(), "a collection holds null; leave it out");
            }
            encoded.add(java.util.Objects.requireNonNull(inner.encode().apply(value)));
        }
        return encoded;
    }

    private static List<Object> decodeAll(List<?> values, ValueCodec inner) {
        List<Object> decoded = new ArrayList<>(values.size());
        values.forEach(value -> decoded.add(inner.decode().apply(value)));
        return decoded;
    }

    private @Nullable ValueCodec embedded(Class<?> type, String place, ClassReader reader) {
        if (open.contains(type)) {
            reader.problem(place, "'" + type.getSimpleName() + "' holds itself; refer to it by id");
            return null;
        }
        open.push(type);
        ClassLayout layout = reader.read(type);
        open.pop();
        if (layout == null || layout.fields().isEmpty()) {
            return null;
        }
        ValueType.Struct struct = new ValueType.Struct(layout.fields());
        List<String> names =
                struct.fields().stream().map(org.stowage.spi.value.Field::name).toList();
        RowShape shape = new RowShape(layout, names::indexOf, names.size());
        return new ValueCodec(type, struct, shape::encode, row -> shape.decode((Row) row), layout);
    }

    private static @Nullable ValueCodec unsupported(Type type, String place, ClassReader reader) {
        reader.problem(
                place,
                "type '" + type.getTypeName()
                        + "' cannot be stored; use a basic type, an enum, a record, a list or set of them, or register a converter");
        return null;
    }
}
