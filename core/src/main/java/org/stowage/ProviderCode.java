package org.stowage;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.stream.Stream;
import org.stowage.internal.guard.ProviderOrigin;
import org.stowage.internal.guard.ProviderThreads;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Scan;
import org.stowage.spi.Store;
import org.stowage.spi.Transaction;

/**
 * Tells whether it is a provider's code that runs, for a host that lets such code do less than its own: one that keeps standard output
 * to itself, say.
 */
public final class ProviderCode {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private ProviderCode() {}

    /**
     * Returns for people whose code this thread runs: that of a provider from a folder, of the class that implements a provider or its
     * stores, or whatever these call or have started a thread for. Empty if it is nobody's.
     */
    public static Optional<String> running() {
        return ofStore(Thread.currentThread())
                .or(() -> STACK.walk(frames -> frames.map(StackFrame::getDeclaringClass)
                        .filter(ProviderCode::isProviders)
                        .findFirst()
                        .map(type -> "provider class '" + type.getName() + "' in " + ProviderOrigin.place(type))));
    }

    /** Returns for people whose code another thread runs, as far as its stack says: that of a provider from a folder, or of a thread for a store. */
    public static Optional<String> running(Thread thread) {
        return ofStore(thread)
                .or(() -> Stream.of(thread.getStackTrace())
                        .filter(frame -> frame.getClassLoaderName() != null
                                && frame.getClassLoaderName().startsWith(ProviderClassLoader.NAMES))
                        .findFirst()
                        .map(frame -> "class '" + frame.getClassName() + "' of " + frame.getClassLoaderName()));
    }

    private static Optional<String> ofStore(Thread thread) {
        return thread.getThreadGroup() instanceof ProviderThreads threads
                ? Optional.of(threads.provider().toString())
                : Optional.empty();
    }

    private static boolean isProviders(Class<?> type) {
        return type.getClassLoader() instanceof ProviderClassLoader
                || (Stream.of(PersistenceProvider.class, Store.class, Transaction.class, Scan.class)
                                .anyMatch(service -> service.isAssignableFrom(type))
                        && !type.getName().startsWith("org.stowage."));
    }
}
