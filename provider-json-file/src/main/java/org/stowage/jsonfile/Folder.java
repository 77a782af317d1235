package org.stowage.jsonfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The files of one store, by their plain names. Everything that a power cut could interrupt goes through here, so that tests can
 * interrupt it.
 *
 * <p>What is written is there after a power cut only once it has been synced: the content of a file by {@link WritableFile#sync},
 * its name, a new name and the end of a name by {@link #sync}. An interrupt of the calling thread neither ends nor harms any of it.
 */
interface Folder {

    /** Returns the names of all files, sub-folders left out, in no order. */
    List<String> names() throws IOException;

    /** Opens a file from its beginning. */
    InputStream read(String name) throws IOException;

    /** Makes an empty file, in place of one that is there. */
    WritableFile create(String name, Writing writing) throws IOException;

    /** Gives a file another name, in place of one that has it: afterwards that name has the old content or the new, never less. */
    void rename(String from, String to) throws IOException;

    /** Ends a file. */
    void delete(String name) throws IOException;

    /** Makes names durable. */
    void sync() throws IOException;

    /** Returns where a file is, for messages. */
    String place(String name);

    /** When what is written to a file is durable. */
    enum Writing {
        /** When {@link WritableFile#sync} has returned. */
        BUFFERED,
        /** When {@link WritableFile#write} has returned. */
        THROUGH
    }
}
