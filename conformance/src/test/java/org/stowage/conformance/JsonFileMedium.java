package org.stowage.conformance;

import java.util.random.RandomGenerator;
import org.stowage.jsonfile.SimulatedStore;
import org.stowage.spi.Store;

/** The JSON file provider over the simulated folder of its own tests. */
final class JsonFileMedium implements SimulatedMedium {

    // Small, so that files are written beside the journal.
    private static final long FOLD_AT = 2_000;

    private final SimulatedStore store;

    private JsonFileMedium(SimulatedStore store) {
        this.store = store;
    }

    static SimulatedMedium sound() {
        return with(Fault.NONE_ON_A_MEDIUM);
    }

    static SimulatedMedium with(Fault fault) {
        return new JsonFileMedium(
                SimulatedStore.on(fault == Fault.MISSING_SYNC, fault == Fault.MISSING_FOLDER_SYNC, FOLD_AT));
    }

    @Override
    public Store open() {
        return store.open();
    }

    @Override
    public long operations() {
        return store.operations();
    }

    @Override
    public void fail(long operation, Failure failure) {
        store.fail(
                operation,
                switch (failure) {
                    case ERROR -> "medium";
                    case FULL -> "full";
                    case SHORT_WRITE -> "short";
                    case POWER -> "power";
                });
    }

    @Override
    public void restorePower(RandomGenerator random) {
        store.restorePower(random);
    }
}
