package org.stowage.internal.methodname;

import jakarta.data.exceptions.MappingException;
import java.util.List;
import java.util.stream.Collectors;
import org.stowage.spi.query.Condition;

/**
 * Reads the name of a method as a query: {@code find}, {@code count}, {@code exists} or {@code delete}, perhaps a limit and text that means
 * nothing, conditions behind {@code By}, and an order behind {@code OrderBy}.
 */
public final class NameReader {

    private final String name;
    private final NamedEntity entity;
    private final Action action;
    private final int parameters;
    private final Spellings spellings;

    private NameReader(String name, NamedEntity entity, Action action, int parameters) {
        this.name = name;
        this.entity = entity;
        this.action = action;
        this.parameters = parameters;
        this.spellings = new Spellings(entity);
    }

    /**
     * Returns what a name asks for.
     *
     * @param name the name of a method that asks for something, as {@link Action#of} has it
     * @param parameters how many parameters the method has for conditions; of several readings, the one with as many is meant
     * @throws MappingException if it cannot be read, or does not fit the entity; says where, with positions from 1
     */
    public static NamedQuery read(String name, NamedEntity entity, int parameters) {
        Action action = Action.of(name)
                .orElseThrow(() -> new MappingException(
                        "'" + name + "' starts with none of " + Action.words() + "; it is no query"));
        return new NameReader(name, entity, action, parameters).query();
    }

    static String position(int at) {
        return "position " + (at + 1);
    }

    private NamedQuery query() {
        Limit limit = limit(action.word().length());
        Reading reading = chosen(readings(limit.end()));
        if (action != Action.FIND && !reading.order().isEmpty()) {
            int at = reading.order().get(0).at() - Keywords.ORDER_BY.length();
            throw mistake(
                    "'OrderBy' at " + position(at) + " sorts, and the method " + action.does() + "; leave it out");
        }
        ReadingCompiler compiler = new ReadingCompiler(name);
        Condition condition = compiler.condition(reading.clauses());
        return new NamedQuery(action, limit.maximum(), condition, compiler.operands(), compiler.sorts(reading.order()));
    }

    private record Limit(int maximum, int end) {}

    private Limit limit(int at) {
        if (!Keywords.standsAt(name, at, Keywords.FIRST)) {
            return new Limit(Integer.MAX_VALUE, at);
        }
        int start = at + Keywords.FIRST.length();
        int end = start;
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            end++;
        }
        String written = name.substring(at, end);
        if (action != Action.FIND) {
            throw mistake("'" + written + "' at " + position(at) + " limits what is found, and the method "
                    + action.does() + "; leave it out");
        }
        if (start == end) {
            return new Limit(1, end);
        }
        try {
            int maximum = Integer.parseInt(name.substring(start, end));
            if (maximum > 0) {
                return new Limit(maximum, end);
            }
        } catch (NumberFormatException tooLarge) {
            // Told together with what is too small.
        }
        throw mistake("'" + written + "' at " + position(at) + " is no limit; write a number from 1 to "
                + Integer.MAX_VALUE + " behind 'First'");
    }

    private List<Reading> readings(int from) {
        int by = name.indexOf(Keywords.BY, from);
        Search search = null;
        while (by >= 0) {
            search = searched(from, by + Keywords.BY.length());
            if (!search.readings().isEmpty()) {
                checkIgnored(from, by);
                return search.readings();
            }
            // What only looks like 'By', as in 'findBytesByName', may be text that means nothing.
            by = Keywords.standsAt(name, by, Keywords.BY) ? -1 : name.indexOf(Keywords.BY, by + Keywords.BY.length());
        }
        if (search != null) {
            throw mistake(new Obstacles(name, entity.name(), spellings).describe(search.obstacle()));
        }
        checkIgnored(from, name.length());
        checkWhole(from);
        return List.of(new Reading(List.of(), List.of()));
    }

    private Search searched(int from, int at) {
        Search conditions = new Search(name, spellings);
        int orderBy = at - Keywords.ORDER_BY.length();
        boolean ordered = action == Action.FIND && orderBy >= from && name.startsWith(Keywords.ORDER_BY, orderBy);
        if (!ordered) {
            conditions.conditions(at);
            return conditions;
        }
        // An entity may be named Order: then 'findOrderByName' has a condition, and the method a parameter.
        conditions.conditions(at);
        if (conditions.readings().stream().anyMatch(this::fits)) {
            conditions.order(at);
            return conditions;
        }
        Search order = new Search(name, spellings);
        order.order(at);
        return order;
    }

    private boolean fits(Reading reading) {
        return reading.parameters() == parameters;
    }

    private void checkIgnored(int from, int end) {
        for (int at = from; at < end; at++) {
            if (Keywords.standsAt(name, at, Keywords.FIRST)) {
                throw mistake("'First' at " + position(at) + " is a limit only directly behind 'find'; move it there");
            }
        }
        String ignored = name.substring(from, end);
        if (ignored.matches("Top[0-9]*")) {
            throw mistake("'" + ignored + "' at " + position(from) + " limits nothing; write 'First"
                    + ignored.substring("Top".length()) + "'");
        }
    }

    // Text that means nothing must not look as if it did where nothing else restricts what is found, or deleted.
    private void checkWhole(int from) {
        String ignored = name.substring(from);
        boolean all = ignored.isEmpty() || Keywords.standsAt(name, from, Keywords.ALL);
        if (all || ignored.equalsIgnoreCase(entity.name())) {
            return;
        }
        Search search = new Search(name, spellings);
        search.conditions(from);
        if (!search.readings().isEmpty()) {
            throw mistake("'" + ignored + "' at " + position(from) + " is no condition without 'By'; write '"
                    + name.substring(0, from) + "By" + ignored + "'");
        }
        if (action == Action.DELETE) {
            throw mistake("it would delete all, as '" + ignored + "' at " + position(from)
                    + " means nothing; write 'deleteAll', or say which behind 'By'");
        }
    }

    private Reading chosen(List<Reading> readings) {
        List<Reading> fitting = readings.stream().filter(this::fits).toList();
        if (fitting.isEmpty()) {
            throw mistake(asksFor(readings.get(0)));
        }
        if (fitting.size() > 1) {
            throw mistake("its name can be read as '" + fitting.get(0) + "' and as '" + fitting.get(1)
                    + "'; ask with @Find or @Query");
        }
        return fitting.get(0);
    }

    private String asksFor(Reading reading) {
        int count = reading.parameters();
        String taken = ", and it takes " + (parameters == 0 ? "none" : parameters);
        if (count == 0) {
            return "its name asks for no parameter" + taken
                    + (reading.clauses().isEmpty()
                            ? "; write conditions behind 'By', as in '" + action.word() + "By"
                                    + spellings.shown().get(0) + "'"
                            : "; leave that out");
        }
        String each = reading.clauses().stream()
                .filter(clause -> clause.operator().parameters() > 0)
                .map(clause ->
                        clause.operator().parameters() + " for '" + name.substring(clause.at(), clause.end()) + "'")
                .collect(Collectors.joining(", "));
        return "its name asks for " + count + (count == 1 ? " parameter (" : " parameters (") + each + ")" + taken
                + "; give one for each";
    }

    private static MappingException mistake(String message) {
        return new MappingException(message);
    }
}
