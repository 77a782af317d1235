package org.stowage.conformance.crash;

/** What a process did to its files, in the order in which it began. Paths are relative to the folder that is watched; its own is empty. */
sealed interface FileOperation {

    /** A file was made, in place of one that was there. */
    record Created(String path) implements FileOperation {}

    /** A folder was made. */
    record FolderCreated(String path) implements FileOperation {}

    /** Bytes were written, which nobody changes. */
    @SuppressWarnings("ArrayRecordComponent") // It is never compared, and read once.
    record Wrote(String path, long position, byte[] bytes) implements FileOperation {}

    /** A file was cut or extended with zeros. */
    record Resized(String path, long size) implements FileOperation {}

    /** A name was replaced by another. */
    record Renamed(String from, String to) implements FileOperation {}

    /** A name ended. */
    record Removed(String path) implements FileOperation {}

    /**
     * What was done to a file, or to the names in a folder, became durable.
     *
     * @param first the first operation that did, by its place among all
     * @param end the operation behind the last that did
     */
    record Synced(String path, int first, int end) implements FileOperation {}

    /** The process said that a transaction was committed. */
    record Acknowledged(long number) implements FileOperation {}

    /** What failed, or changed nothing. */
    record Nothing() implements FileOperation {}
}
