package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** All rows in one transaction, into an empty store; one operation is all of them. */
public class W1BulkInsert extends SingleShot {

    @Override
    void operation(Contender contender, List<Product> products) throws SQLException {
        contender.insertAll(products);
    }
}
