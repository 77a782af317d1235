package org.stowage.entity;

/**
 * Stores values of a type that is not known here as values of one that is. For many threads. Null never comes here.
 *
 * @param <T> the type of the attribute
 * @param <S> the type that is stored, such as {@code String}, {@code Long} or {@code BigDecimal}; also the one whose order counts
 */
public interface Converter<T, S> {

    /** Returns the type of the attribute. */
    Class<T> type();

    /** Returns the type that is stored. */
    Class<S> storedType();

    /** Returns what is stored for a value; equal values give equal results. */
    S toStored(T value);

    /** Returns the value for which something was stored. */
    T fromStored(S stored);
}
