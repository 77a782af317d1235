package org.stowage.conformance.sequence;

import org.stowage.conformance.question.Question;
import org.stowage.spi.change.Change;
import org.stowage.spi.value.Key;

/** One thing that is done to a store. A transaction begins with the first write after the end of another one. */
sealed interface Step {

    /**
     * Writes a batch; if that is refused, the transaction is rolled back.
     *
     * @param change what is written
     * @param rowByRow whether it is handed over in batches of one row
     */
    record Write(Change change, boolean rowByRow) implements Step {}

    /**
     * Asks, in the transaction if there is one.
     *
     * @param question what is asked
     * @param page how many rows are fetched at a time, by cursor; 0 for all at once
     * @param parts whether the rows are also asked for for which the condition is false, and unknown
     */
    record Ask(Question question, int page, boolean parts) implements Step {}

    /** Asks in a transaction that only reads, beside the one that writes. */
    record AskBeside(Question question) implements Step {}

    /** Looks a row up by its key, in the transaction if there is one. */
    record Look(Key key) implements Step {}

    /** Ends the transaction and keeps what it wrote. */
    record Commit() implements Step {}

    /** Ends the transaction and keeps nothing. */
    record RollBack() implements Step {}

    /** Closes the store, whatever goes on in it, and opens it again. */
    record Reopen() implements Step {}
}
