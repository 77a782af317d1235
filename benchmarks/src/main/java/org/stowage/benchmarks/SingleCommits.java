package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** One row changed in a durable transaction of its own, in a store that has many; one operation is one commit. */
public class SingleCommits extends Workload {

    private List<Product> products = List.of();
    private int next;

    @Override
    void begin() throws SQLException {
        products = W6VersionedUpdates.some(contender, rows);
    }

    @Override
    List<Product> operation() throws SQLException {
        List<Product> updated = contender.updateAll(List.of(products.get(next).sold()));
        products.set(next, updated.getFirst());
        next = (next + 1) % products.size();
        return updated;
    }
}
