package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** What costs as much up to a cent less than one more, a thousandth of the rows, and how many up to ninety more: an operation is both. */
public class W5RangeAndCount extends Workload {

    private static final int PRICES = 1 << 10;
    private static final BigDecimal NARROW = new BigDecimal("0.99");
    private static final BigDecimal WIDE = new BigDecimal("90.00");

    private BigDecimal[] prices = {};
    private int next;

    /**
     * What was answered.
     *
     * @param products those of the narrow range
     * @param count how many there are in the wide one
     */
    record Answer(List<? extends Item> products, long count) {}

    @Override
    void begin() {
        prices = Catalogue.prices(PRICES, WIDE);
    }

    @Override
    Answer operation() throws SQLException {
        BigDecimal least = prices[next++ & (PRICES - 1)];
        return new Answer(contender.priced(least, least.add(NARROW)), contender.countPriced(least, least.add(WIDE)));
    }
}
