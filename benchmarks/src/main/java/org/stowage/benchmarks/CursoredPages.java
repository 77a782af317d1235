package org.stowage.benchmarks;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages by the cursor that each page has for the next one. */
final class CursoredPages<T> implements Iterator<List<T>> {

    private final Function<PageRequest, CursoredPage<T>> query;
    private @Nullable PageRequest next;

    CursoredPages(PageRequest first, Function<PageRequest, CursoredPage<T>> query) {
        this.next = first;
        this.query = query;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<T> next() {
        if (next == null) {
            throw new NoSuchElementException("the last page was read");
        }
        CursoredPage<T> page = query.apply(next);
        next = page.hasNext() ? page.nextPageRequest() : null;
        return page.content();
    }
}
