package org.stowage.tck;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/**
 * Every {@link UnsupportedOperationException} that left a repository. Some tests of the TCK pass when they meet one; here none of them
 * does.
 */
final class Excuses {

    /** What a repository hands out that does its work later. */
    private static final Set<Class<?>> LATE = Set.of(Stream.class, Page.class, CursoredPage.class);

    private final List<UnsupportedOperationException> seen = new ArrayList<>();

    /** Returns a repository, or a result of one, that is watched. */
    <T> T watched(Class<T> type, T subject) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = call(subject, method, arguments);
                    Class<?> returned = method.getReturnType();
                    return result != null && (LATE.contains(returned) || BaseStream.class.isAssignableFrom(returned))
                            ? watchedLate(returned, result)
                            : result;
                }));
    }

    private <T> T watchedLate(Class<T> type, Object subject) {
        return watched(type, type.cast(subject));
    }

    private Object call(Object subject, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(subject, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof UnsupportedOperationException excuse) {
                seen.add(excuse);
            }
            throw thrown.getCause();
        }
    }

    /** Returns what was seen since this was called last. */
    List<UnsupportedOperationException> taken() {
        List<UnsupportedOperationException> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }
}
