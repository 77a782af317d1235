package org.stowage.layers.context;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.Store;

/**
 * The class loader of a provider, as the context class loader while a provider's code runs and not a moment longer: libraries look for
 * their parts through it, and a provider's are where the provider is.
 *
 * @param loader the provider's loader, or null for that of the JDK
 */
public record ContextLoader(@Nullable ClassLoader loader) implements StoreLayer {

    @Override
    public Store over(Store store, String name) {
        return new ContextualStore(store, this);
    }

    /** Runs code of a provider, and returns what it returns. */
    public <T> T call(Supplier<T> code) {
        ClassLoader before = enter();
        try {
            return code.get();
        } finally {
            leave(before);
        }
    }

    void run(Runnable code) {
        ClassLoader before = enter();
        try {
            code.run();
        } finally {
            leave(before);
        }
    }

    /** Begins a call, for {@link #leave} at its end; returns what was there before. */
    @Nullable ClassLoader enter() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        return before;
    }

    void leave(@Nullable ClassLoader before) {
        Thread.currentThread().setContextClassLoader(before);
    }
}
