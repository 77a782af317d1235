package org.stowage;

import java.util.List;
import org.stowage.spi.ProviderInfo;

/**
 * What a store is and who lives in it.
 *
 * @param name what the application calls the store
 * @param provider whose store it is
 * @param location where it is, in the provider's notation, or an empty text
 * @param entities the entities that are routed to it as far as repositories asked for them, in code point order
 */
public record StoreDescription(String name, ProviderInfo provider, String location, List<String> entities) {

    /** Creates the description with a copy of the list. */
    public StoreDescription {
        entities = List.copyOf(entities);
    }
}
