package org.stowage.launcher.input;

import org.jspecify.annotations.Nullable;

/** Reads records one after the other. Not safe for several threads. */
public interface RecordReader extends AutoCloseable {

    /**
     * Returns the next record, or null after the last.
     *
     * @throws org.stowage.launcher.FailureException if what is written is no record; names the line
     */
    @Nullable SourceRecord next();

    /** Closes the file. */
    @Override
    void close();
}
