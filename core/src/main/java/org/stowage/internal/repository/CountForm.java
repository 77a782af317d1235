package org.stowage.internal.repository;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How methods return a number of rows. */
final class CountForm {

    private static final List<Class<?>> NUMBERS =
            List.of(long.class, Long.class, int.class, Integer.class, boolean.class, Boolean.class);

    private CountForm() {}

    static boolean supports(Class<?> type) {
        return type == void.class || NUMBERS.contains(type);
    }

    static boolean logical(Class<?> type) {
        return Types.boxed(type) == Boolean.class;
    }

    /** Returns the number as the type, null for {@code void}; as a truth value, whether it is more than nothing. */
    static @Nullable Object of(Class<?> type, long count) {
        Class<?> boxed = Types.boxed(type);
        if (boxed == Boolean.class) {
            return count > 0;
        }
        if (boxed == Integer.class) {
            return Math.toIntExact(count);
        }
        return boxed == Long.class ? (Object) count : null;
    }
}
