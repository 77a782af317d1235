/**
 * Data without domain classes. A {@link org.stowage.spi.value.Row} is a tuple of neutral values, each of a
 * {@link org.stowage.spi.value.ValueType}, which says what Java class carries it, which values are allowed and in which one
 * order they stand. Start reading there.
 */
package org.stowage.spi.value;
