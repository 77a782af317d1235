package org.stowage.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.stowage.spi.Access;
import org.stowage.spi.Capabilities;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;
import org.stowage.spi.Transaction;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.schema.SchemaChange;

/** A provider that is right but for one fault: another provider, and a switch over it. */
public final class BrokenProvider implements PersistenceProvider {

    /** The system property that names the fault of a provider that is made without one. */
    static final String FAULT = "stowage.conformance.fault";

    private final Fault fault;
    private final PersistenceProvider sound;
    private final Set<Optional<String>> leaked = new HashSet<>();

    /** Creates the provider with the fault that a system property names, as a program does that knows only its class. */
    public BrokenProvider() {
        this(Fault.valueOf(System.getProperty(FAULT, Fault.NONE.name())));
    }

    BrokenProvider(Fault fault) {
        this.fault = fault;
        this.sound = harness(fault).provider();
    }

    private static ProviderHarness harness(Fault fault) {
        return fault == Fault.LEAKED_LOCK_AFTER_CLOSE || fault.onMedium()
                ? new Harnesses.JsonFile()
                : new Harnesses.Memory();
    }

    /** Returns where a store with a fault is. */
    static Optional<String> location(Fault fault, Path folder) {
        return harness(fault).location(folder);
    }

    @Override
    public ProviderInfo info() {
        ProviderInfo info = sound.info();
        Capabilities honest = info.capabilities();
        boolean manyWriters = fault.besideOthers() || fault == Fault.CLAIMS_MANY_WRITERS;
        Capabilities claimed = new Capabilities(
                fault == Fault.CLAIMS_TO_LAST ? Capabilities.Durability.DURABLE : honest.durability(),
                manyWriters ? Capabilities.Concurrency.MANY_WRITERS : honest.concurrency(),
                honest.sharing());
        return new ProviderInfo(info.name(), info.version(), info.description(), info.spi(), claimed);
    }

    @Override
    public List<StoreOption> options() {
        return sound.options();
    }

    @Override
    public Store open(StoreConfig config) {
        if (leaked.contains(config.location())) {
            throw new StoreLockedException(ErrorContext.of(config.store()), "the lock was never given back");
        }
        Store store = sound.open(config);
        if (fault == Fault.LEAKED_THREAD_AFTER_CLOSE) {
            leakThread();
        }
        return fault.besideOthers()
                ? new OptimisticStore(fault, store, sound)
                : new BrokenStore(fault, store, () -> {
                    if (fault == Fault.LEAKED_LOCK_AFTER_CLOSE) {
                        leaked.add(config.location());
                    }
                });
    }

    private static void leakThread() {
        Thread sweeper = new Thread(
                () -> {
                    while (true) {
                        LockSupport.park();
                    }
                },
                "sweeper");
        sweeper.setDaemon(true);
        sweeper.start();
    }

    private record BrokenStore(Fault fault, Store store, Runnable closed) implements Store {

        @Override
        public List<EntitySchema> schemas() {
            return store.schemas();
        }

        @Override
        public List<EntitySchema> evolve(List<SchemaChange> changes) {
            return store.evolve(changes);
        }

        @Override
        public Transaction begin(Access access, Duration patience) {
            return new BrokenTransaction(store, access, patience, fault);
        }

        @Override
        public void close() {
            if (fault != Fault.OPEN_AFTER_CLOSE) {
                store.close();
                closed.run();
            }
        }
    }
}
