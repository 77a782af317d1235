package org.stowage.internal.methodname;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.methodname.Reading.Clause;
import org.stowage.internal.methodname.Reading.Item;
import org.stowage.internal.methodname.Spellings.Spelling;

/**
 * Looks for all ways to read conditions and orders in a name. An attribute may be named as a keyword is, or start as another does, so each
 * that fits is tried, the longest first. Where nothing can be read is remembered, so that no place is tried in vain twice; what got
 * furthest says what is wrong if nothing can be read at all.
 */
final class Search {

    // Two are enough to know that a name is ambiguous; a few more are let in as the number of parameters may decide.
    private static final int MOST_READINGS = 16;

    private final String name;
    private final Spellings spellings;
    private final List<Reading> readings = new ArrayList<>();
    private final Deque<Clause> clauses = new ArrayDeque<>();
    private final Deque<Item> items = new ArrayDeque<>();
    private final Set<Integer> noCondition = new HashSet<>();
    private final Set<Integer> noItem = new HashSet<>();
    private @Nullable Obstacle furthest;

    /**
     * Why a name could not be read on.
     *
     * @param at where
     * @param clause the condition behind which nothing fits, or null
     * @param item the level of an order behind which nothing fits, or null; if both are null, an attribute is missing
     */
    record Obstacle(
            int at, @Nullable Clause clause, @Nullable Item item) {}

    Search(String name, Spellings spellings) {
        this.name = name;
        this.spellings = spellings;
    }

    /** Returns what was read, at most a few. */
    List<Reading> readings() {
        return readings;
    }

    /** Returns what is in the way if there is no reading. */
    Obstacle obstacle() {
        return furthest == null ? new Obstacle(name.length(), null, null) : furthest;
    }

    /** Reads conditions, and perhaps an order behind them, up to the end of the name. */
    void conditions(int at) {
        condition(at, false);
    }

    /** Reads an order up to the end of the name. */
    void order(int at) {
        item(at);
    }

    private boolean condition(int at, boolean alternative) {
        if (noCondition.contains(at) || readings.size() == MOST_READINGS) {
            return false;
        }
        boolean read = false;
        for (Spelling attribute : attributes(at)) {
            Clause clause = clause(at, alternative, attribute);
            clauses.addLast(clause);
            read |= behind(clause);
            clauses.removeLast();
        }
        if (!read) {
            noCondition.add(at);
        }
        return read;
    }

    private Clause clause(int at, boolean alternative, Spelling attribute) {
        int attributeEnd = at + attribute.text().length();
        int next = attributeEnd;
        boolean ignoreCase = Keywords.standsAt(name, next, Keywords.IGNORE_CASE);
        next += ignoreCase ? Keywords.IGNORE_CASE.length() : 0;
        boolean negated = Keywords.standsAt(name, next, Keywords.NOT);
        next += negated ? Keywords.NOT.length() : 0;
        Operator operator = Operator.at(name, next);
        next += operator.keyword().length();
        return new Clause(alternative, attribute.path(), ignoreCase, negated, operator, at, attributeEnd, next);
    }

    private boolean behind(Clause clause) {
        int at = clause.end();
        if (at == name.length()) {
            return complete();
        }
        if (Keywords.standsAt(name, at, Keywords.AND)) {
            return condition(at + Keywords.AND.length(), false);
        }
        if (Keywords.standsAt(name, at, Keywords.OR)) {
            return condition(at + Keywords.OR.length(), true);
        }
        if (Keywords.standsAt(name, at, Keywords.ORDER_BY)) {
            return item(at + Keywords.ORDER_BY.length());
        }
        stuck(new Obstacle(at, clause, null));
        return false;
    }

    private boolean item(int at) {
        if (noItem.contains(at) || readings.size() == MOST_READINGS) {
            return false;
        }
        boolean read = false;
        for (Spelling attribute : attributes(at)) {
            int attributeEnd = at + attribute.text().length();
            int next = attributeEnd;
            boolean ignoreCase = Keywords.standsAt(name, next, Keywords.IGNORE_CASE);
            next += ignoreCase ? Keywords.IGNORE_CASE.length() : 0;
            boolean descending = Keywords.standsAt(name, next, Keywords.DESCENDING);
            boolean ascending = Keywords.standsAt(name, next, Keywords.ASCENDING);
            next += descending ? Keywords.DESCENDING.length() : ascending ? Keywords.ASCENDING.length() : 0;
            Item item = new Item(attribute.path(), ignoreCase, descending, at, attributeEnd, next);
            items.addLast(item);
            if (next == name.length()) {
                read |= complete();
            } else if (descending || ascending) {
                read |= item(next);
            } else {
                stuck(new Obstacle(next, null, item));
            }
            items.removeLast();
        }
        if (!read) {
            noItem.add(at);
        }
        return read;
    }

    private List<Spelling> attributes(int at) {
        List<Spelling> found = spellings.at(name, at);
        if (found.isEmpty()) {
            stuck(new Obstacle(at, null, null));
        }
        return found;
    }

    private boolean complete() {
        if (readings.size() < MOST_READINGS) {
            readings.add(new Reading(List.copyOf(clauses), List.copyOf(items)));
        }
        return true;
    }

    private void stuck(Obstacle obstacle) {
        if (furthest == null || obstacle.at() > furthest.at()) {
            furthest = obstacle;
        }
    }
}
