package org.stowage.example.ordering.shopping;

/** How far a cart has come. */
public enum CartStatus {
    /** Items can be added and removed. */
    OPEN,
    /** It was ordered and stays as it is. */
    CHECKED_OUT
}
