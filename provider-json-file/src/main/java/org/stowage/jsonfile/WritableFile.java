package org.stowage.jsonfile;

import java.io.Closeable;
import java.io.IOException;

/** A file that is being written. Used by one thread at a time. */
interface WritableFile extends Closeable {

    /** Writes at a position; when it throws, any part of it may have been written. */
    void write(long position, byte[] bytes, int offset, int length) throws IOException;

    /** Makes durable what was written. */
    void sync() throws IOException;
}
