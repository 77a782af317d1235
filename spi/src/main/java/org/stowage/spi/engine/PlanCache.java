package org.stowage.spi.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stowage.spi.query.Query;

/** The plans of the queries that were asked of one shape. Safe for many threads. */
final class PlanCache {

    // Prepared queries are few; those made on the fly must not pile up.
    private static final int MOST = 500;

    private final TableShape shape;
    private final Map<Query, QueryPlan> plans = new ConcurrentHashMap<>();

    PlanCache(TableShape shape) {
        this.shape = shape;
    }

    QueryPlan plan(Query query) {
        QueryPlan plan = plans.get(query);
        if (plan == null) {
            plan = QueryPlan.of(shape, query);
            if (plans.size() >= MOST) {
                plans.clear();
            }
            plans.put(query, plan);
        }
        return plan;
    }
}
