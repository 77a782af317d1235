package org.stowage.spi.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with its arguments and the part of the result that is wanted.
 *
 * @param query what is asked
 * @param arguments the values of the parameters, neutral or null, by index; a list parameter's argument is a {@code List}, in which a
 *     null element is allowed and unknown
 * @param offset how many rows of the ordered result are left out, not negative
 * @param limit how many rows are wanted at most, not negative; {@link #UNLIMITED} for all
 */
public record ScanRequest(Query query, List<@Nullable Object> arguments, long offset, long limit) {

    /** The limit that limits nothing. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /**
     * Creates the request with the neutral form of the arguments.
     *
     * @throws IllegalArgumentException if the offset or the limit is negative, or there is not one argument for each parameter
     * @throws org.stowage.spi.error.TypeMismatchException if an argument is of another type than its parameter
     * @throws org.stowage.spi.error.InvalidValueException if an argument is not allowed for its type, or is a malformed pattern
     * @throws org.stowage.spi.error.LimitExceededException if an argument is larger than {@link QueryLimits} or its type allow
     */
    // Not in the compact form, with which the class file lacks the type annotations of the parameters.
    public ScanRequest(Query query, List<@Nullable Object> arguments, long offset, long limit) {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException(
                    "offset '" + offset + "' and limit '" + limit + "' must not be negative");
        }
        this.query = query;
        this.arguments = query.neutralArguments(arguments);
        this.offset = offset;
        this.limit = limit;
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
