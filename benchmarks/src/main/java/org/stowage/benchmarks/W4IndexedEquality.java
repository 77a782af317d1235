package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** The twenty cheapest of a category, a hundredth of the rows; one operation is one query. */
public class W4IndexedEquality extends Workload {

    private static final int CATEGORIES = 1 << 10;
    private static final int LIMIT = 20;

    private String[] categories = {};
    private int next;

    @Override
    void begin() {
        categories = Catalogue.categories(CATEGORIES);
    }

    @Override
    List<? extends Item> operation() throws SQLException {
        return contender.cheapest(categories[next++ & (CATEGORIES - 1)], LIMIT);
    }
}
