package org.stowage.conformance.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.question.Extremes;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** Values of each type, few enough that they meet again and odd enough to matter. */
final class RandomValues {

    private static final List<String> LETTERS = List.of("a", "A", "b", "ä", "ß", "😀", "%", "_", " ", "1");
    private static final int NULL_ONE_IN = 4;

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** Returns so many values of a type, some of them the same perhaps. */
    List<Object> pool(ValueType type, int size) {
        List<Object> pool = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            pool.add(value(type));
        }
        return pool;
    }

    Object value(ValueType type) {
        return switch (type) {
            case ValueType.Basic basic -> type.check(oneIn(2) ? oneOf(Extremes.of(type)) : ordinary(basic));
            case ValueType.Decimal decimal ->
                type.check(oneIn(2) ? oneOf(Extremes.of(type)) : BigDecimal.valueOf(random.nextInt(-50, 50), 1));
            case ValueType.Enumeration enumeration -> oneOf(enumeration.names());
            case ValueType.ListOf list -> pool(list.element(), random.nextInt(3));
            case ValueType.Struct struct -> row(struct.fields());
        };
    }

    private Object ordinary(ValueType.Basic type) {
        return switch (type) {
            case INT64 -> (long) random.nextInt(-3, 6);
            case FLOAT64 -> random.nextInt(-8, 8) / 4.0;
            case TEXT -> text(3);
            case BOOLEAN, BYTES, UUID, INSTANT, DATE, TIME, DATETIME -> oneOf(Extremes.of(type));
        };
    }

    String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(oneOf(LETTERS));
        }
        return text.toString();
    }

    private Row row(List<Field> fields) {
        return Row.of(fields.stream().map(this::valueOrNull).toArray());
    }

    private @Nullable Object valueOrNull(Field field) {
        return field.nullable() && oneIn(NULL_ONE_IN) ? null : value(field.type());
    }
}
