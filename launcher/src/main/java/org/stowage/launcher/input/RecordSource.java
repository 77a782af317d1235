package org.stowage.launcher.input;

import java.util.function.LongConsumer;
import org.stowage.launcher.FailureException;

/**
 * A file of records, to be read as often as needed.
 *
 * @param file the file
 * @param format how they are written in it
 */
public record RecordSource(InputFile file, InputFormat format) {

    /** Returns the records from the first. */
    public RecordReader open() {
        return open(bytes -> {});
    }

    /**
     * Returns the records from the first.
     *
     * @param progress is told how many bytes were read
     */
    public RecordReader open(LongConsumer progress) {
        return switch (format) {
            case CSV -> new CsvRecords(file, progress);
            case JSON -> new JsonArrayRecords(file, progress);
            case JSONL -> new JsonLineRecords(file, progress);
        };
    }

    /** Returns the error that a line is wrong. */
    public FailureException wrong(long line, String message, Throwable cause) {
        return new FailureException(file.shown() + ", line " + line + ": " + message, cause);
    }
}
