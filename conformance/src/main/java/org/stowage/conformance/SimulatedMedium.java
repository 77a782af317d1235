package org.stowage.conformance;

import java.util.random.RandomGenerator;
import org.stowage.spi.Store;

/**
 * A medium that keeps its promises to the letter and nothing beyond them, with one store on it: a provider that does all its reading
 * and writing through a layer of its own puts one of these in its place, so that the kit can cut its power and let single operations
 * fail. Used by one thread, beside what the store does.
 */
public interface SimulatedMedium {

    /** How an operation fails. */
    enum Failure {
        /** The medium fails; of a write, nothing is there. */
        ERROR,
        /** The medium is full. */
        FULL,
        /** A write ends in the middle. */
        SHORT_WRITE,
        /** The power goes off within the operation; all later ones fail until {@link SimulatedMedium#restorePower}. */
        POWER
    }

    /** Opens the store on the medium, and creates it if it is not there. The caller closes it. */
    Store open();

    /** Returns how many operations there were on the medium. */
    long operations();

    /**
     * Makes one operation fail; the one asked for last counts.
     *
     * @param operation which, counted from 1 as {@link #operations} counts
     * @param failure how
     */
    void fail(long operation, Failure failure);

    /**
     * Gives the medium what a loss of power now would leave, and power again: what was not synced is there, lost or torn, as chance has it.
     *
     * @param random what chance is
     */
    void restorePower(RandomGenerator random);
}
