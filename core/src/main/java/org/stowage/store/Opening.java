package org.stowage.store;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.stowage.internal.guard.LimitedCall;
import org.stowage.internal.guard.OverdueException;
import org.stowage.internal.guard.ProviderThreads;
import org.stowage.layers.StoreLayer;
import org.stowage.layers.context.ContextLoader;
import org.stowage.spi.EngineOptions;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreTimeoutException;

/**
 * The opening of a store by its provider, which may hang: then it is left behind, and a store that comes of it too late is closed, so that
 * it holds nothing.
 *
 * @param threads where the threads belong that the provider starts
 */
record Opening(PersistenceProvider provider, StoreConfig config, Failures failures, ProviderThreads threads) {

    private static final System.Logger LOGGER = System.getLogger(Opening.class.getName());

    private static final String TIMEOUT = EngineOptions.OPEN_TIMEOUT.name();

    /** Opens the store, whose provider finds its own class loader in the context of each call. */
    Store store() {
        Store opened = opened();
        ClassLoader loader = provider.getClass().getClassLoader();
        // On the class path there is one loader for all, and nothing to do at every call.
        return Objects.equals(loader, Opening.class.getClassLoader())
                ? opened
                : new ContextLoader(loader).over(opened, config.store());
    }

    /** Puts layers over a store, the lowest first. */
    static Store layered(Store lowest, List<StoreLayer> layers, String name) {
        Store uppermost = lowest;
        for (StoreLayer layer : layers) {
            uppermost = layer.over(uppermost, name);
        }
        return uppermost;
    }

    private Store opened() {
        Duration limit = config.duration(TIMEOUT);
        OpenEvent event = new OpenEvent();
        event.begin();
        try {
            Store store = limit.isZero()
                    ? open()
                    : new LimitedCall<>(this::open, this::closeLate)
                            .within(limit, threads, threads.getName() + "-open");
            event.opened(config.store(), provider);
            return store;
        } catch (OverdueException hanging) {
            throw overdue(hanging);
        } catch (Throwable thrown) {
            throw failures.translated(thrown, "opened");
        }
    }

    private Store open() {
        return new ContextLoader(provider.getClass().getClassLoader())
                .call(() -> Objects.requireNonNull(provider.open(config), "the store"));
    }

    private StoreTimeoutException overdue(OverdueException hanging) {
        return new StoreTimeoutException(
                ErrorContext.of(config.store()),
                failures.provider() + " has not opened store '" + config.store() + "' within "
                        + config.text(TIMEOUT).orElseThrow()
                        + " and was left behind; see what it waits for, or give it longer with option " + TIMEOUT,
                hanging);
    }

    private void closeLate(Store store) {
        try {
            store.close();
        } catch (Throwable thrown) {
            LOGGER.log(
                    Level.WARNING,
                    failures.provider() + " opened store '" + config.store()
                            + "' after the time for it was up, and could not close it again",
                    thrown);
        }
    }
}
