package org.stowage.benchmarks;

/** What is indexed besides the key and the unique number. */
public enum Indexes {
    /** The category. */
    CATEGORY,
    /** The category, the price, and both with the key. */
    PRICE_TOO
}
