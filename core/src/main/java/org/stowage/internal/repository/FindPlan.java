package org.stowage.internal.repository;

import jakarta.data.Limit;
import jakarta.data.exceptions.EmptyResultException;
import jakarta.data.exceptions.NonUniqueResultException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.value.Row;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/** Finds entities, or parts of them, in every form but pages. */
final class FindPlan implements Plan {

    private final EntityAccess access;
    private final SortedQueries queries;
    private final SpecialParameters special;
    private final ResultForm form;
    private final RowDecoder decoder;
    private final int maximum;

    /**
     * Creates the plan.
     *
     * @param maximum how many are found at most, if a call does not say less
     */
    FindPlan(Selection selection, SpecialParameters special, ResultForm form, RowDecoder decoder, int maximum) {
        this.access = selection.access();
        this.queries = new SortedQueries(selection, decoder.fields());
        this.special = special;
        this.form = form;
        this.decoder = decoder;
        this.maximum = maximum;
    }

    @Override
    public @Nullable Object run(@Nullable Object[] call) {
        return access.told(() -> {
            ScanRequest request = request(call);
            return switch (form.kind()) {
                case ONE -> one(call, request);
                case OPTIONAL -> atMostOne(call, request).map(decoder::decode);
                case LIST -> all(request);
                case ARRAY -> array(all(request));
                case STREAM -> LeasedStream.of(access, request, decoder);
                case PAGE, CURSORED_PAGE -> throw new IllegalStateException("pages have plans of their own");
            };
        });
    }

    private ScanRequest request(@Nullable Object[] call) {
        Limit limit = special.limit(call);
        var page = special.page(call);
        long offset = 0;
        long most = maximum;
        if (limit != null) {
            offset = limit.startAt() - 1;
            most = Math.min(most, limit.maxResults());
        } else if (page != null) {
            offset = Pages.offset(page);
            most = Math.min(most, page.size());
        }
        long rows = most == Integer.MAX_VALUE ? ScanRequest.UNLIMITED : most;
        // One more than there may be, to notice that there are more.
        return queries.get(special.sorts(call)).request(call, offset, form.single() ? Math.min(rows, 2) : rows);
    }

    private @Nullable Object one(@Nullable Object[] call, ScanRequest request) {
        Row found = atMostOne(call, request)
                .orElseThrow(() -> new EmptyResultException("no entity '" + access.name() + "'" + asked(call)
                        + " in store '" + access.store() + "'; return an Optional if there may be none"));
        return decoder.decode(found);
    }

    private Optional<Row> atMostOne(@Nullable Object[] call, ScanRequest request) {
        return access.read(transaction -> {
            try (RowStream rows = transaction.scan(request)) {
                Row row = rows.next();
                if (row != null && rows.next() != null) {
                    throw new NonUniqueResultException(
                            "several entities '" + access.name() + "'" + asked(call) + " in store '" + access.store()
                                    + "', and one is expected; ask more precisely, or return a List");
                }
                return Optional.ofNullable(row);
            }
        });
    }

    private static String asked(@Nullable Object[] call) {
        String arguments = Arrays.stream(call)
                .filter(argument -> argument == null || !SpecialParameters.special(argument.getClass()))
                .map(argument -> "'" + argument + "'")
                .collect(Collectors.joining(", "));
        return arguments.isEmpty() ? "" : " for " + arguments;
    }

    private List<@Nullable Object> all(ScanRequest request) {
        return access.read(transaction -> all(transaction, request, decoder));
    }

    static List<@Nullable Object> all(StoreTransaction transaction, ScanRequest request, RowDecoder decoder) {
        List<@Nullable Object> found = new ArrayList<>();
        try (RowStream rows = transaction.scan(request)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                found.add(decoder.decode(row));
            }
        }
        return found;
    }

    private Object array(List<@Nullable Object> found) {
        Object array = Array.newInstance(form.element(), found.size());
        for (int i = 0; i < found.size(); i++) {
            Array.set(array, i, found.get(i));
        }
        return array;
    }
}
