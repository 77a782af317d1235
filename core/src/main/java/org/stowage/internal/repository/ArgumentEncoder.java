package org.stowage.internal.repository;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.ValueCodec;

/** Makes a neutral value, or a list of them, of an argument that is not null. For many threads. */
@FunctionalInterface
interface ArgumentEncoder {

    @Nullable Object encode(Object argument);

    /** Returns the encoder of one value. */
    static ArgumentEncoder one(ValueCodec codec) {
        var encode = codec.encode();
        return encode::apply;
    }

    /** Returns the encoder of one value that also refuses what its type does not allow. */
    static ArgumentEncoder checked(ValueCodec codec) {
        var encode = codec.encode();
        return value -> {
            Object encoded = encode.apply(value);
            return encoded == null ? null : codec.type().check(encoded);
        };
    }

    /** Returns the encoder of a text that is compared without regard to case, as the query's function does it. */
    static ArgumentEncoder folded(ValueCodec codec) {
        var encode = codec.encode();
        return value -> encode.apply(value) instanceof String text
                ? text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)
                : null;
    }

    /** Returns the encoder of several values, in a collection or an array; null among them stays null. */
    static ArgumentEncoder all(ArgumentEncoder element) {
        return values -> {
            List<@Nullable Object> encoded = new ArrayList<>();
            if (values instanceof Iterable<?> iterable) {
                iterable.forEach(value -> encoded.add(value == null ? null : element.encode(value)));
            } else {
                for (int i = 0; i < Array.getLength(values); i++) {
                    Object value = Array.get(values, i);
                    encoded.add(value == null ? null : element.encode(value));
                }
            }
            return encoded;
        };
    }

    /** Returns the neutral values of some of the arguments of a call, or null where they are. */
    static @Nullable Object[] encoded(@Nullable Object[] call, int[] places, ArgumentEncoder[] encoders) {
        @Nullable Object[] encoded = new @Nullable Object[places.length];
        for (int i = 0; i < encoded.length; i++) {
            Object given = call[places[i]];
            encoded[i] = given == null ? null : encoders[i].encode(given);
        }
        return encoded;
    }
}
