package org.stowage.internal.entity;

import java.lang.reflect.Type;
import org.stowage.spi.query.Expression;

/**
 * An attribute of an entity, or of what is embedded in it.
 *
 * @param path where it is in a row
 * @param genericType its type as it is declared
 * @param codec how its values are stored
 */
public record Attribute(Expression.Path path, Type genericType, ValueCodec codec) {}
