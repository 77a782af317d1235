package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** Rows one by one, each in a durable transaction of its own, into an empty store; one operation is all of them. */
public class W2SingleInserts extends SingleShot {

    @Override
    void operation(Contender contender, List<Product> products) throws SQLException {
        for (Product product : products) {
            contender.insert(product);
        }
    }
}
