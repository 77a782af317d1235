package org.stowage.application;

import java.util.List;

/**
 * A part of an application that keeps its data to itself and so may live in a store of its own.
 *
 * @param name a lower-case word, such as {@code restaurants}; what a person writes to give it a store
 * @param entities the entity classes that belong to it
 */
public record Domain(String name, List<Class<?>> entities) {

    /** Creates the domain with a copy of the list. */
    public Domain {
        entities = List.copyOf(entities);
    }
}
