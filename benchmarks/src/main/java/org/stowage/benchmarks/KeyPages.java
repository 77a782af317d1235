package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Pages by the greatest key of the one before, for who has no pages of its own. */
public final class KeyPages implements Iterator<List<? extends Item>> {

    private final Reader reader;
    private final int size;
    private long after;
    private boolean ended;

    /** Reads a page. */
    public interface Reader {

        /** Returns the first products behind a key, by their keys. */
        List<? extends Item> read(long after, int size) throws SQLException;
    }

    /** Returns the pages behind a key. */
    public KeyPages(long after, int size, Reader reader) {
        this.after = after;
        this.size = size;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public List<? extends Item> next() {
        if (ended) {
            throw new NoSuchElementException("the last page was read");
        }
        try {
            List<? extends Item> page = reader.read(after, size);
            ended = page.size() < size;
            after = page.isEmpty() ? after : page.getLast().id();
            return page;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
