package org.stowage.internal.repository;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * Which method of a repository gave a stream, and who called it. As streams are many and reports few, no more is kept than is needed to
 * tell.
 *
 * @param repository the interface
 * @param method the name of the method
 * @param caller where it was called
 */
record StreamOrigin(Class<?> repository, String method, StackFrame caller) implements Supplier<String> {

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Returns that of the call that this thread is in. */
    static StreamOrigin here() {
        return WALKER.walk(frames -> {
            Iterator<StackFrame> rest = frames.iterator();
            StackFrame frame = rest.next();
            while (rest.hasNext() && !Proxy.isProxyClass(frame.getDeclaringClass())) {
                frame = rest.next();
            }
            Class<?>[] interfaces = frame.getDeclaringClass().getInterfaces();
            return new StreamOrigin(
                    interfaces.length == 0 ? frame.getDeclaringClass() : interfaces[0],
                    frame.getMethodName(),
                    rest.hasNext() ? rest.next() : frame);
        });
    }

    @Override
    public String get() {
        return "a stream of '" + repository.getName() + "." + method + "', called at " + caller;
    }
}
