package org.stowage.internal.entity;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Converter;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Finds out how values of a type are stored: basic, converted, enumerations, embedded classes, and collections of all of them. */
final class CodecFactory {

    private static final int MOST_NESTED = 64;

    private final Map<Class<?>, ValueCodec> converted = new HashMap<>();
    // The names of the embedded types that are being read, to notice one that holds itself.
    private final Deque<String> open = new ArrayDeque<>();

    CodecFactory(Collection<? extends Converter<?, ?>> converters) {
        converters.forEach(converter -> converted.put(converter.type(), ConvertedCodec.of(converter)));
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
        if (embeddable(type)) {
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
        Class<?> raw = TypeBindings.raw(type);
        ValueCodec known = converted.get(raw);
        if (known != null) {
            return known;
        }
        if (embeddable(raw)) {
            return embedded(type, place, reader);
        }
        if (!Iterable.class.isAssignableFrom(raw)) {
            return unsupported(type, place, reader);
        }
        ValueCodec element = element(type.getActualTypeArguments()[0], scale, place, reader);
        if (element == null) {
            return null;
        }
        Optional<ValueCodec> collection = CollectionCodecs.collection(raw, element);
        return collection.isPresent() ? collection.get() : unsupported(type, place, reader);
    }

    private @Nullable ValueCodec array(Type element, Optional<Integer> scale, String place, ClassReader reader) {
        ValueCodec codec = element(element, scale, place, reader);
        return codec == null ? null : CollectionCodecs.array(TypeBindings.raw(element), codec);
    }

    private @Nullable ValueCodec element(Type type, Optional<Integer> scale, String place, ClassReader reader) {
        ValueCodec codec = codec(type, scale, place, reader);
        return codec != null && codec.zoned() ? ZonedElements.of(codec) : codec;
    }

    private static boolean embeddable(Class<?> type) {
        return type.isRecord() || new NamedAnnotations(List.of(type)).has("Embeddable");
    }

    private @Nullable ValueCodec embedded(Type type, String place, ClassReader reader) {
        if (open.contains(type.getTypeName()) || open.size() > MOST_NESTED) {
            reader.problem(place, "'" + TypeBindings.raw(type).getSimpleName() + "' holds itself; refer to it by id");
            return null;
        }
        open.push(type.getTypeName());
        ClassLayout layout = reader.read(type);
        open.pop();
        if (layout == null || layout.fields().isEmpty()) {
            return null;
        }
        ValueType.Struct struct = new ValueType.Struct(layout.fields());
        List<String> names = struct.fields().stream().map(Field::name).toList();
        RowShape shape = new RowShape(layout, names::indexOf, names.size());
        return new ValueCodec(layout.type(), struct, shape::encode, row -> shape.decode((Row) row), layout);
    }

    private static @Nullable ValueCodec unsupported(Type type, String place, ClassReader reader) {
        reader.problem(
                place,
                "type '" + type.getTypeName()
                        + "' cannot be stored; use a basic type, an enum, a record, a list or set of them, or register a converter");
        return null;
    }
}
