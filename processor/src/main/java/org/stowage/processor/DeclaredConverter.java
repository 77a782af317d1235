package org.stowage.processor;

import org.stowage.entity.Converter;

/**
 * What a converter says of itself by its type arguments. It converts nothing.
 *
 * @param type the type of the attribute
 * @param storedType the type that is stored
 */
record DeclaredConverter<T, S>(Class<T> type, Class<S> storedType) implements Converter<T, S> {

    @Override
    public S toStored(T value) {
        throw new UnsupportedOperationException("nothing is stored while it is compiled");
    }

    @Override
    public T fromStored(S stored) {
        throw new UnsupportedOperationException("nothing is stored while it is compiled");
    }
}
