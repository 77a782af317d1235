package org.stowage.spi;

/** What a transaction may do. */
public enum Access {
    /** Read one snapshot, fixed when the transaction begins. */
    READ_ONLY,
    /** Read and write, strictly serializable. */
    READ_WRITE
}
