package org.stowage.internal.repository;

import jakarta.data.page.PageRequest;
import jakarta.data.page.impl.CursoredPageRecord;
import jakarta.data.page.impl.PageRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.Attribute;
import org.stowage.internal.jdql.RowPath;
import org.stowage.spi.query.ScanRequest;
import org.stowage.spi.query.Sort;
import org.stowage.spi.value.Row;
import org.stowage.store.RowStream;
import org.stowage.store.StoreTransaction;

/** Finds a page, by its number or behind or before a position. Content and total are of one snapshot. */
final class Pages implements Plan {

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Byte.class, Short.class, Integer.class, Long.class);

    private final EntityAccess access;
    private final SortedQueries queries;
    private final SpecialParameters special;
    private final RowDecoder decoder;
    private final boolean cursored;

    Pages(Selection selection, SpecialParameters special, RowDecoder decoder, boolean cursored) {
        this.access = selection.access();
        this.queries = new SortedQueries(selection, decoder.fields());
        this.special = special;
        this.decoder = decoder;
        this.cursored = cursored;
    }

    static long offset(PageRequest page) {
        if (page.mode() != PageRequest.Mode.OFFSET) {
            throw new IllegalArgumentException(
                    "the page request is for a cursor, and the result is no CursoredPage; return one, or ask by number");
        }
        // A page that is further away than anything counts is behind the end, and empty.
        long before = page.page() - 1;
        return before > Long.MAX_VALUE / page.size() ? Long.MAX_VALUE : before * page.size();
    }

    @Override
    public @Nullable Object run(@Nullable Object[] call) {
        PageRequest page = special.page(call);
        if (page == null) {
            throw new IllegalStateException("a page needs a request");
        }
        SortedQuery query = queries.get(special.sorts(call));
        return access.read(transaction ->
                cursored ? cursored(transaction, query, call, page) : numbered(transaction, query, call, page));
    }

    private Object numbered(
            StoreTransaction transaction, SortedQuery query, @Nullable Object[] call, PageRequest page) {
        List<Row> rows = rows(transaction, query.request(call, offset(page), page.size() + 1L));
        boolean more = rows.size() > page.size();
        return new PageRecord<>(
                page, decoded(more ? rows.subList(0, page.size()) : rows), total(transaction, query, call, page), more);
    }

    private Object cursored(
            StoreTransaction transaction, SortedQuery query, @Nullable Object[] call, PageRequest page) {
        boolean backwards = page.mode() == PageRequest.Mode.CURSOR_PREVIOUS;
        long wanted = page.size() + 1L;
        ScanRequest request = page.mode() == PageRequest.Mode.OFFSET
                ? query.request(call, offset(page), wanted)
                : query.continued(call, position(query, page), backwards, wanted);
        List<Row> rows = rows(transaction, request);
        boolean more = rows.size() > page.size();
        List<Row> content = more ? new ArrayList<>(rows.subList(0, page.size())) : rows;
        if (backwards) {
            Collections.reverse(content);
        }
        // What lies on the side that one comes from is known to be there, but for a page by number.
        boolean before = backwards ? more : page.mode() == PageRequest.Mode.CURSOR_NEXT || page.page() > 1;
        boolean after = backwards || more;
        Cursors cursors = new Cursors(query);
        List<PageRequest.Cursor> positions = content.stream().map(cursors::of).toList();
        boolean empty = content.isEmpty();
        return new CursoredPageRecord<>(
                decoded(content),
                positions,
                total(transaction, query, call, page),
                page,
                empty || !before,
                empty || !after);
    }

    private long total(StoreTransaction transaction, SortedQuery query, @Nullable Object[] call, PageRequest page) {
        return page.requestTotal() ? transaction.count(query.request(call, 0, ScanRequest.UNLIMITED)) : -1;
    }

    private static List<Row> rows(StoreTransaction transaction, ScanRequest request) {
        List<Row> found = new ArrayList<>();
        try (RowStream rows = transaction.scan(request)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                found.add(row);
            }
        }
        return found;
    }

    private List<@Nullable Object> decoded(List<Row> rows) {
        List<@Nullable Object> content = new ArrayList<>(rows.size());
        rows.forEach(row -> content.add(decoder.decode(row)));
        return content;
    }

    private List<@Nullable Object> position(SortedQuery query, PageRequest page) {
        PageRequest.Cursor cursor = page.cursor().orElseThrow();
        int size = cursor.size();
        if (size != query.sorts().size() && (size != query.askedSorts() || size == 0)) {
            throw new IllegalArgumentException("the cursor has " + size + " values, and the order has "
                    + query.sorts().size() + " ("
                    + query.sorts().stream().map(sort -> sort.path().toString()).toList()
                    + "); use the cursor of a page that was found in this order");
        }
        List<@Nullable Object> position = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            position.add(neutral(query.sorts().get(i), cursor.get(i)));
        }
        return position;
    }

    private @Nullable Object neutral(Sort sort, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        Attribute attribute = access.mapping().attribute(sort.path().toString());
        if (attribute.codec().javaType().isInstance(value)) {
            Object encoded = attribute.codec().encode().apply(value);
            return encoded == null ? null : attribute.path().type().check(encoded);
        }
        // A key is given as objects, for which 5 is no long.
        boolean whole = value instanceof Byte || value instanceof Short || value instanceof Integer;
        if (whole && WHOLE_NUMBERS.contains(attribute.codec().javaType())) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("the cursor has '" + value + "' for attribute '" + sort.path()
                + "', which is a " + attribute.codec().javaType().getSimpleName()
                + "; use the cursor of a page that was found in this order");
    }

    /** Makes cursors of rows: the values by which they are sorted, as the application has them. */
    private final class Cursors {

        private final RowPath[] paths;
        private final Attribute[] attributes;

        Cursors(SortedQuery query) {
            List<Sort> sorts = query.sorts();
            this.attributes = sorts.stream()
                    .map(sort -> access.mapping().attribute(sort.path().toString()))
                    .toArray(Attribute[]::new);
            this.paths = sorts.stream()
                    .map(sort -> RowPath.of(access.mapping().schema(), sort.path()))
                    .toArray(RowPath[]::new);
        }

        PageRequest.Cursor of(Row row) {
            @Nullable Object[] values = new @Nullable Object[paths.length];
            for (int i = 0; i < values.length; i++) {
                Object value = paths[i].value(row);
                values[i] =
                        value == null ? null : attributes[i].codec().decode().apply(value);
            }
            return PageRequest.Cursor.forKey(values);
        }
    }
}
