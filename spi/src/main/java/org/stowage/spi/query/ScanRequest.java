package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with its arguments and the part of the result that is wanted.
 *
 * @param query what is asked
 * @param arguments the values of the parameters, neutral or null, by index; a list parameter's argument is a {@code List} without
 *     null elements removed: a null element is allowed and unknown
 * @param offset how many rows of the ordered result are left out, not negative
 * @param limit how many rows are wanted at most, not negative; {@link #UNLIMITED} for all
 */
public record ScanRequest(Query query, List<@Nullable Object> arguments, long offset, long limit) {

    /** The limit that limits nothing. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** Creates the request; offset and limit must not be negative, and there is an argument for every parameter. */
    public ScanRequest {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset '" + offset + "' and limit '" + limit + "' must not be negative");
        }
        if (arguments.size() != query.parameters().size()) {
            throw new IllegalArgumentException(
                    query.parameters().size() + " arguments are needed, " + arguments.size() + " are given");
        }
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** Returns the request for the whole result of a query without parameters. */
    public static ScanRequest all(Query query) {
        return all(query, List.of());
    }

    /** Returns the request for the whole result. */
    public static ScanRequest all(Query query, List<@Nullable Object> arguments) {
        return new ScanRequest(query, arguments, 0, UNLIMITED);
    }

    /** Returns whether a part of the result is left out. */
    public boolean bounded() {
        return offset > 0 || limit != UNLIMITED;
    }
}
