package org.stowage.sqlite;

/** The classes in which SQLite stores values; the names are those of column types in a strict table. */
enum Storage {
    /** Signed, of up to 64 bits. */
    INTEGER,
    /** IEEE 754, of 64 bits. */
    REAL,
    /** UTF-8, compared byte by byte. */
    TEXT,
    /** Bytes, compared unsigned. */
    BLOB
}
