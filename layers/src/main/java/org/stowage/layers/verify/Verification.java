package org.stowage.layers.verify;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.stowage.layers.StoreLayer;
import org.stowage.spi.Store;
import org.stowage.spi.error.CorruptStoreException;
import org.stowage.spi.error.ErrorContext;

/**
 * Lets a share of the queries that stores answer, by scans and by counts, be answered a second time within the same transaction:
 * every row of the entity is read, and the evaluator does the rest. A difference is reported and counted. It costs what reading the
 * whole entity costs, for the share of queries that is chosen, and nothing if the share is nothing.
 *
 * <p>Of a result that is read only in part, that part is compared. Which rows a store finds by key is not looked at.
 */
public final class Verification implements StoreLayer {

    private static final System.Logger LOGGER = System.getLogger(Verification.class.getName());

    private final Share share;
    private final Consumer<WrongAnswer> reports;
    private final boolean failing;
    private final LongAdder verified = new LongAdder();
    private final LongAdder wrong = new LongAdder();

    private Verification(Share share, Consumer<WrongAnswer> reports, boolean failing) {
        this.share = share;
        this.reports = reports;
        this.failing = failing;
    }

    /** Returns a verification of a share of all queries that logs wrong answers as errors. */
    public static Verification of(Share share) {
        return new Verification(share, answer -> LOGGER.log(Level.ERROR, answer), false);
    }

    /** Returns the same that hands wrong answers to somebody else, in the thread that asked. Its counts begin at 0. */
    public Verification reportingTo(Consumer<WrongAnswer> receiver) {
        return new Verification(share, receiver, failing);
    }

    /** Returns the same that lets the operation fail too, with a {@link CorruptStoreException}. Its counts begin at 0. */
    public Verification failing() {
        return new Verification(share, reports, true);
    }

    @Override
    public Store over(Store store, String name) {
        return share.none() ? store : new VerifiedStore(store, name, this);
    }

    /** Returns how many answers have been compared. */
    public long verified() {
        return verified.sum();
    }

    /** Returns how many of them were wrong. */
    public long wrong() {
        return wrong.sum();
    }

    boolean chooses() {
        boolean chosen = share.chooses();
        if (chosen) {
            verified.increment();
        }
        return chosen;
    }

    void report(WrongAnswer answer) {
        wrong.increment();
        reports.accept(answer);
        if (failing) {
            throw new CorruptStoreException(ErrorContext.of(answer.store()), answer.toString());
        }
    }
}
