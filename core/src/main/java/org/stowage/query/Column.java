package org.stowage.query;

import org.stowage.spi.value.ValueType;

/**
 * A column of a result.
 *
 * @param name the attribute that it holds, with points between the names of embedded ones
 * @param type what it holds
 */
public record Column(String name, ValueType type) {}
