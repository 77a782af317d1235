package org.stowage.spi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Conditions;
import org.stowage.spi.query.Query;
import org.stowage.spi.query.ScanRequest;

/**
 * The ways in which a query may be answered, found once. Which is best depends on the arguments: the ranges of each are counted, which
 * costs far less than reading them. Immutable, for many threads.
 */
final class QueryPlan {

    private final List<AccessPath> paths;

    private QueryPlan(List<AccessPath> paths) {
        this.paths = paths;
    }

    static QueryPlan of(TableShape shape, Query query) {
        List<Condition> conjuncts = Conditions.conjuncts(query.condition());
        List<Restriction> restrictions = restrictions(shape, conjuncts);
        List<AccessPath> paths = new ArrayList<>();
        for (int i = 0; i < shape.orders().size(); i++) {
            AccessPath path = AccessPath.through(shape, i, query, conjuncts, restrictions);
            if (paths.stream().noneMatch(other -> other.isAtLeastAsGoodAs(path))) {
                paths.removeIf(path::isAtLeastAsGoodAs);
                paths.add(path);
            }
        }
        return new QueryPlan(List.copyOf(paths));
    }

    // Behind a part that can fail for a row, none may keep that row from being looked at: its error belongs to the
    // answer.
    private static List<Restriction> restrictions(TableShape shape, List<Condition> conjuncts) {
        List<Restriction> restrictions = new ArrayList<>();
        for (Condition conjunct : conjuncts) {
            if (Conditions.canFail(conjunct)) {
                break;
            }
            Restriction restriction = Restrictions.of(shape.schema(), conjunct);
            if (restriction != null) {
                restrictions.add(restriction);
            }
        }
        return restrictions;
    }

    /** Returns the way that is expected to read least. */
    BoundPath choose(Table table, ScanRequest request) {
        if (paths.size() == 1) {
            return bind(paths.get(0), table, request);
        }
        List<BoundPath> bound =
                paths.stream().map(path -> bind(path, table, request)).toList();
        // No path reads fewer rows than match, so the smallest of them bounds the number of matches.
        long matches = Math.max(
                1, bound.stream().mapToLong(path -> path.ranges().rows()).min().orElse(1));
        BoundPath best = bound.get(0);
        for (BoundPath path : bound) {
            if (cost(path, request, matches) < cost(best, request, matches)) {
                best = path;
            }
        }
        return best;
    }

    /** Returns the way that is expected to read least, to be read: its ranges may end behind what the request wants of them. */
    BoundPath chooseToRead(Table table, ScanRequest request) {
        if (paths.size() > 1 || !paths.get(0).readForward()) {
            return choose(table, request);
        }
        long most = request.offset() + request.limit();
        return bind(paths.get(0), table, request, most < 0 ? ScanRequest.UNLIMITED : most);
    }

    /** Returns how many rows match, if that can be told without reading any. */
    OptionalLong count(Table table, ScanRequest request) {
        for (AccessPath path : paths) {
            if (path.filter() == null) {
                long rows = bind(path, table, request).ranges().rows();
                return OptionalLong.of(Math.min(request.limit(), Math.max(0, rows - request.offset())));
            }
        }
        return OptionalLong.empty();
    }

    private static BoundPath bind(AccessPath path, Table table, ScanRequest request) {
        return bind(path, table, request, ScanRequest.UNLIMITED);
    }

    private static BoundPath bind(AccessPath path, Table table, ScanRequest request, long most) {
        return new BoundPath(path, table, RangeFinder.find(path, table, request.arguments(), most));
    }

    private static double cost(BoundPath path, ScanRequest request, long matches) {
        double rows = path.ranges().rows();
        if (!path.ordered()) {
            // They are all read, and sorted.
            return 2 * rows;
        }
        if (path.path().filter() == null) {
            return Math.min(rows, (double) request.limit());
        }
        // Matches are taken to be spread evenly over what is read.
        return Math.min(rows, ((double) request.offset() + request.limit()) * rows / matches);
    }
}
