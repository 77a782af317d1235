package org.stowage.spi.change;

/**
 * What a change did.
 *
 * @param rows how many rows were inserted, matched by an update or save (whether or not a value differed), or deleted; exact
 */
public record ChangeResult(long rows) {}
