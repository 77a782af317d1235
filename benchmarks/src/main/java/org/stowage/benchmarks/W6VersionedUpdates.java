package org.stowage.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The stock and the time of a hundred rows, in no order, changed in one transaction if they have their version still; one operation is a
 * hundred rows.
 */
public class W6VersionedUpdates extends Workload {

    private static final int AT_ONCE = 100;
    private static final int MOST = 20_000;
    private static final long SEED = 6;

    private List<Product> products = List.of();
    private int next;

    @Override
    void begin() throws SQLException {
        products = some(contender, rows);
    }

    /** Returns rows that lie all over the store, in no order, as they are there: a multiple of a hundred of them. */
    static List<Product> some(Contender contender, int rows) throws SQLException {
        int count = Math.min(rows, MOST) / AT_ONCE * AT_ONCE;
        List<Product> products = new ArrayList<>(count);
        for (long place : IntStream.range(0, count).toArray()) {
            products.add(Objects.requireNonNull(contender.find(place * rows / count + 1))
                    .plain());
        }
        Collections.shuffle(products, new Random(SEED));
        return products;
    }

    @Override
    List<Product> operation() throws SQLException {
        List<Product> changed = new ArrayList<>(AT_ONCE);
        for (Product product : products.subList(next, next + AT_ONCE)) {
            changed.add(product.sold());
        }
        List<Product> updated = contender.updateAll(changed);
        for (int i = 0; i < AT_ONCE; i++) {
            products.set(next + i, updated.get(i));
        }
        next = (next + AT_ONCE) % products.size();
        return updated;
    }
}
