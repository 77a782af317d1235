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
        if (type == void.class) {
            return null;
        }
        return logical(type) ? (Object) (count > 0) : number(type, count);
    }

    /** Returns the number as one of the types of numbers. */
    static Object number(Class<?> type, long count) {
        return Types.boxed(type) == Integer.class ? (Object) Math.toIntExact(count) : (Object) count;
    }
}
