package org.stowage.spi;

import java.util.List;

/**
 * A way to persist data: the service that {@link java.util.ServiceLoader} finds.
 *
 * <p>A provider is stateless and cheap to create, and does nothing to the outside before {@link #open}. Its methods may be called by
 * many threads.
 *
 * @implSpec A public class with a public no-argument constructor, named in {@code META-INF/services} for the class path and in
 *     {@code provides} for the module path.
 */
public interface PersistenceProvider {

    /** Returns who the provider is and what it promises; the same at every call. */
    ProviderInfo info();

    /** Returns the options that {@link #open} understands, beside the location; the same at every call. */
    List<StoreOption> options();

    /**
     * Opens a store, and creates it if there is none and the configuration allows that.
     *
     * @param config where, how; its options have been checked against {@link #options()}
     * @return the store, which the caller closes
     * @throws org.stowage.spi.error.BadConfigurationException if the location or an option does not fit
     * @throws org.stowage.spi.error.StoreLockedException if somebody has it open; names the holder
     * @throws org.stowage.spi.error.CorruptStoreException if what is there cannot be read; names file and position
     * @throws org.stowage.spi.error.StoreUnavailableException if the medium cannot be reached
     * @implSpec It may be called on a thread of its own, which ends with the call and is interrupted when the caller is, or when {@link
     *     EngineOptions#OPEN_TIMEOUT the time for it} is up.
     */
    Store open(StoreConfig config);
}
