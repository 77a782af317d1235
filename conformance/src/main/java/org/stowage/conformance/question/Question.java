package org.stowage.conformance.question;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.schema.EntitySchema;

/**
 * What is asked, as it was written: a provider gets the {@link #request}, in which the engine has already left out what decides
 * nothing, the model gets this.
 *
 * @param entity the entity's name
 * @param condition which rows
 * @param sorts in which order
 * @param fields which fields are wanted; empty means all
 * @param arguments the values of the parameters
 * @param offset how many rows are left out
 * @param limit how many are wanted at most
 */
public record Question(
        String entity,
        Condition condition,
        List<Sort> sorts,
        Set<String> fields,
        List<@Nullable Object> arguments,
        long offset,
        long limit) {

    /** Returns the question for all rows that a condition holds for, by key. */
    public static Question where(String entity, Condition condition, @Nullable Object... arguments) {
        return of(entity, condition, List.of(), arguments);
    }

    /** Returns the question for all rows of an entity in an order. */
    public static Question sorted(String entity, Sort... sorts) {
        return of(entity, Condition.ALWAYS, List.of(sorts));
    }

    /** Returns the question for all rows that a condition holds for, in an order. */
    public static Question of(String entity, Condition condition, List<Sort> sorts, @Nullable Object... arguments) {
        List<@Nullable Object> given = Arrays.asList(arguments);
        return new Question(entity, condition, sorts, Set.of(), given, 0, ScanRequest.UNLIMITED);
    }

    /** Returns the question for a part of the result. */
    public Question part(long newOffset, long newLimit) {
        return new Question(entity, condition, sorts, fields, arguments, newOffset, newLimit);
    }

    /** Returns the request that a store is given. */
    public ScanRequest request(EntitySchema schema) {
        return new ScanRequest(Query.of(schema, condition, sorts, fields), arguments, offset, limit);
    }
}
