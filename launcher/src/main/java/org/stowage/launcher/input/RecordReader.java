package org.stowage.launcher.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records one after the other. Not safe for several threads. */
public interface RecordReader extends AutoCloseable {

    /**
     * Returns the next record, or null after the last.
     *
     * @throws org.stowage.launcher.FailureException if what is written is no record; names the line
     */
    @Nullable SourceRecord next();

    /** Returns the names that stand before the first record and that all records have; none where each record has its own. */
    default List<String> names() {
        return List.of();
    }

    /** Closes the file. */
    @Override
    void close();
}
