package org.stowage.internal.methodname;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.stowage.spi.query.Condition;

/** How an attribute is compared. */
enum Operator {
    EQUAL("", 1),
    LESS_THAN("LessThan", 1),
    LESS_THAN_EQUAL("LessThanEqual", 1),
    GREATER_THAN("GreaterThan", 1),
    GREATER_THAN_EQUAL("GreaterThanEqual", 1),
    BETWEEN("Between", 2),
    IN("In", 1),
    LIKE("Like", 1),
    STARTS_WITH("StartsWith", 1),
    ENDS_WITH("EndsWith", 1),
    CONTAINS("Contains", 1),
    NULL("Null", 0),
    TRUE("True", 0),
    FALSE("False", 0);

    private static final List<Operator> LONGEST_FIRST = Arrays.stream(values())
            .sorted(Comparator.comparingInt((Operator operator) -> operator.keyword.length())
                    .reversed())
            .toList();

    private final String keyword;
    private final int parameters;

    Operator(String keyword, int parameters) {
        this.keyword = keyword;
        this.parameters = parameters;
    }

    String keyword() {
        return keyword;
    }

    /** Returns how many parameters it takes. */
    int parameters() {
        return parameters;
    }

    /** Returns the operator that stands at a place, {@link #EQUAL} if there is none. */
    static Operator at(String name, int at) {
        return LONGEST_FIRST.stream()
                .filter(operator -> !operator.keyword.isEmpty() && Keywords.standsAt(name, at, operator.keyword))
                .findFirst()
                .orElse(EQUAL);
    }

    /** Returns whether it is for texts alone. */
    boolean textual() {
        return switch (this) {
            case LIKE, STARTS_WITH, ENDS_WITH, CONTAINS -> true;
            case EQUAL, LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL, BETWEEN, IN, NULL, TRUE, FALSE ->
                false;
        };
    }

    Condition.Relation relation() {
        return switch (this) {
            case LESS_THAN -> Condition.Relation.LESS;
            case LESS_THAN_EQUAL -> Condition.Relation.LESS_OR_EQUAL;
            case GREATER_THAN -> Condition.Relation.GREATER;
            case GREATER_THAN_EQUAL -> Condition.Relation.GREATER_OR_EQUAL;
            case EQUAL, TRUE, FALSE -> Condition.Relation.EQUAL;
            case BETWEEN, IN, LIKE, STARTS_WITH, ENDS_WITH, CONTAINS, NULL ->
                throw new IllegalStateException(this + " is no relation");
        };
    }
}
