package org.stowage.internal.methodname;

import java.util.List;
import org.stowage.spi.query.Expression;

/**
 * What a name can be about.
 *
 * @param name the name of the entity
 * @param id the attribute that is its id
 * @param attributes all attributes, those within embedded ones included
 */
public record NamedEntity(String name, Expression.Path id, List<Expression.Path> attributes) {

    /** Creates it with a copy of the list. */
    public NamedEntity {
        attributes = List.copyOf(attributes);
    }
}
