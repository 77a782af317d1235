package org.stowage.conformance.history;

import java.util.List;

/**
 * A transaction as the thread that ran it saw it.
 *
 * @param begun the tick of the clock before it began
 * @param ended the tick of the clock after it had ended
 * @param operations what it did, in order
 * @param end how it ended
 */
public record Observed(long begun, long ended, List<Operation> operations, End end) {

    /** How a transaction ended. */
    public enum End {
        /** Its commit returned. */
        COMMITTED,
        /** It was closed without a commit; nothing of it may be seen. */
        ROLLED_BACK,
        /** It clashed with another; nothing of it may be seen. */
        CLASHED
    }

    /** Creates the observation with a copy of the list. */
    public Observed {
        operations = List.copyOf(operations);
    }

    boolean committed() {
        return end == End.COMMITTED;
    }

    /** Something that a transaction did. */
    public sealed interface Operation {

        /** Returns the list. */
        int list();
    }

    /**
     * A value was added at the end of a list.
     *
     * @param list which list
     * @param value the value, which is added once only
     */
    public record Append(int list, long value) implements Operation {}

    /**
     * A list was read.
     *
     * @param list which list
     * @param values what it held
     */
    public record Read(int list, List<Long> values) implements Operation {
        /** Creates the operation with a copy of the values. */
        public Read {
            values = List.copyOf(values);
        }
    }
}
