package org.stowage.jsonfile;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.stowage.spi.Store;

/** A store on a simulated medium, for tests outside of this package, which know neither the store nor the medium. */
public final class SimulatedStore {

    private final long foldAt;
    private SimulatedFolder folder;

    private SimulatedStore(SimulatedFolder folder, long foldAt) {
        this.folder = folder;
        this.foldAt = foldAt;
    }

    /**
     * Returns an empty medium.
     *
     * @param dropsSyncs whether it takes every flush of a file and forgets it
     * @param dropsFolderSyncs whether it takes every flush of its names and forgets it
     * @param foldAt the size of the journal in bytes from which it is folded into the files
     */
    public static SimulatedStore on(boolean dropsSyncs, boolean dropsFolderSyncs, long foldAt) {
        return new SimulatedStore(new SimulatedFolder().dropping(dropsSyncs, dropsFolderSyncs), foldAt);
    }

    /** Opens the store. */
    public Store open() {
        Silence.warnings();
        return JsonFileStore.open(new StoreErrors("conformance"), folder, Folder.Writing.THROUGH, foldAt, () -> {});
    }

    /** Returns how many operations there were on the medium. */
    public long operations() {
        return folder.operations();
    }

    /**
     * Makes an operation fail.
     *
     * @param operation its number, from 1
     * @param fault how, as one of the names {@code medium}, {@code full}, {@code short} and {@code power}
     */
    public void fail(long operation, String fault) {
        folder.failing(operation, SimulatedFolder.Fault.valueOf(fault.toUpperCase(Locale.ROOT)));
    }

    /** Goes on with what a loss of power would leave. */
    public void restorePower(RandomGenerator random) {
        folder = folder.afterPowerCut(random);
    }
}
