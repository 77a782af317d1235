package org.stowage.launcher.output;

import java.io.IOException;
import org.stowage.spi.value.Row;

/** Prints rows, one after the other. Not safe for several threads. */
public interface RowWriter {

    /** Prints a row that has a value or null for each column. */
    void write(Row row) throws IOException;

    /** Prints what stands behind the last row. */
    void end() throws IOException;
}
