package org.stowage.internal.entity;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.entity.Converter;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.InvalidValueException;

/** Stores values as converters of the application say. What one of them does wrong is told with its name. */
final class ConvertedCodec {

    private ConvertedCodec() {}

    /**
     * Returns the codec of a converter.
     *
     * @throws BadConfigurationException if it stores what is no basic type
     */
    static <T, S> ValueCodec of(Converter<T, S> converter) {
        Class<S> storedType = converter.storedType();
        ValueCodec stored = BasicCodecs.of(storedType);
        if (stored == null || stored.zoned()) {
            throw new BadConfigurationException(
                    ErrorContext.none(),
                    "converter '" + name(converter) + "' stores '" + storedType.getName() + "', which is "
                            + (stored == null ? "no basic type" : "a time whose zone would be lost")
                            + "; store a text, a number or another basic type");
        }
        Function<Object, @Nullable Object> encode = value -> {
            S kept = called(
                    converter, value, () -> converter.toStored(converter.type().cast(value)));
            return stored.encode().apply(kept);
        };
        Function<Object, Object> decode = value -> {
            S kept = storedType.cast(stored.decode().apply(value));
            return called(converter, kept, () -> converter.fromStored(kept));
        };
        return new ValueCodec(converter.type(), stored.type(), encode, decode);
    }

    private static <R> R called(Converter<?, ?> converter, Object value, Supplier<R> call) {
        @Nullable R result;
        try {
            result = call.get();
        } catch (RuntimeException failure) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "converter '" + name(converter) + "' refuses '" + value + "' (" + failure
                            + "); give a value that it takes, or mend it",
                    failure);
        }
        if (result == null) {
            throw new InvalidValueException(
                    ErrorContext.none(),
                    "converter '" + name(converter) + "' makes null of '" + value
                            + "'; let it return a value, as it is never asked about null");
        }
        return result;
    }

    private static String name(Converter<?, ?> converter) {
        return converter.getClass().getName();
    }
}
