package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.openjdk.jmh.annotations.Param;

/** A hundred rows after the hundred before, by a cursor, through everything and again; one operation is one page. */
public class W8Pages extends Workload {

    private static final int SIZE = 100;

    /** Which pages. */
    @Param("ALL")
    public Part part = Part.ALL;

    private Iterator<? extends List<? extends Item>> pages = Collections.emptyIterator();

    /** Which pages are read. */
    public enum Part {
        /** All of them, and then all of them again. */
        ALL,
        /** The first, again and again. */
        FIRST,
        /** The last full one, again and again. */
        LAST
    }

    @Override
    List<? extends Item> operation() throws SQLException {
        return switch (part) {
            case ALL -> next();
            case FIRST -> contender.pages(0, SIZE).next();
            case LAST -> contender.pages(rows - SIZE, SIZE).next();
        };
    }

    private List<? extends Item> next() throws SQLException {
        if (!pages.hasNext()) {
            pages = contender.pages(0, SIZE);
        }
        return pages.next();
    }
}
