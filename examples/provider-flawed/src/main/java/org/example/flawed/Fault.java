package org.example.flawed;

import java.util.Locale;
import java.util.Set;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.StoreOption;

/** A way in which a store can be wrong. */
enum Fault {
    /** It is right. */
    NONE,

    // What a scan says of itself, and does not do.

    /** Rows come by key, whatever order was asked for. */
    UNSORTED,
    /** Nulls come last. */
    NULLS_LAST,
    /** Offset and limit count the rows before the filter. */
    LIMIT_BEFORE_FILTER,
    /** Offset and limit count the rows before they are in order. */
    LIMIT_BEFORE_ORDER,
    /** The filter is neither applied nor left to be applied. */
    RESIDUAL_DROPPED,
    /** {@code like} takes a for A. */
    LIKE_IGNORES_CASE,

    // What is stored is not what was written.

    /** Decimals pass through a double. */
    DECIMALS_AS_DOUBLES,
    /** Instants lose what is less than a millisecond. */
    INSTANTS_CUT,
    /** Texts lose the blanks at their ends. */
    TEXTS_TRIMMED,
    /** Rows that were handed out follow what is written later. */
    ROWS_ALIASED,
    /** A new field takes the rows that were there with it. */
    NEW_FIELD_LOSES_ROWS,

    // Writes that do something else.

    /** An insert replaces the row that is there. */
    INSERT_OVERWRITES,
    /** The version of a row is not looked at. */
    VERSION_IGNORED,
    /** A batch that fails leaves the rows before the one that was refused. */
    BATCH_HALF_DONE,
    /** A row that was updated to what it was before does not count. */
    UNCHANGED_NOT_COUNTED,

    // Transactions that are none.

    /** Two may write at once, and the last one wins. */
    UPDATES_LOST,
    /** Readers see what is not committed. */
    DIRTY_READS,
    /** A reader sees the state at its first read. */
    SNAPSHOT_LATE,
    /** What is rolled back stays. */
    ROLLBACK_KEEPS,
    /** A store that is closed goes on. */
    OPEN_AFTER_CLOSE,

    // Files that do not last.

    /** A commit is acknowledged, and written when the store is closed. */
    ACKNOWLEDGES_EARLY,
    /** Anybody may have the file open. */
    NOT_LOCKED;

    private static final String OPTION = "fault";

    /** Returns the option that chooses among some of them. */
    static StoreOption option(Set<Fault> faults) {
        return StoreOption.choice(
                OPTION,
                "in which way the store is wrong",
                faults.stream().map(Fault::toString).toArray(String[]::new));
    }

    /** Returns the one that a configuration chooses. */
    static Fault of(StoreConfig config) {
        String text = config.text(OPTION).orElse(NONE.toString());
        return valueOf(text.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Returns the name as the option has it: {@code nulls-last}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
