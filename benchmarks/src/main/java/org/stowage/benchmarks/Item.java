package org.stowage.benchmarks;

/** A product as a contender reads it. The same attributes may be declared by several types, which differ in what they index. */
public interface Item {

    /** Returns the key. */
    long id();

    /** Returns the same as a plain product. */
    Product plain();
}
