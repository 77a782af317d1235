package org.stowage;

import java.util.List;
import java.util.Map;
import org.stowage.entity.Converter;

/**
 * What is said about all stores and their repositories.
 *
 * @param routes the names of stores by the names of entities and repositories
 * @param converters for attributes of types that cannot be stored by themselves
 * @param checkTime when repositories tell what is wrong with them
 */
record StowageSetup(Map<String, String> routes, List<Converter<?, ?>> converters, CheckTime checkTime) {

    StowageSetup {
        converters = List.copyOf(converters);
    }
}
