package org.stowage.internal.methodname;

import jakarta.data.exceptions.MappingException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.stowage.internal.methodname.Reading.Clause;
import org.stowage.internal.methodname.Reading.Item;
import org.stowage.spi.query.Condition;
import org.stowage.spi.query.Expression;
import org.stowage.spi.query.Sort;
import org.stowage.spi.value.ValueType;

/** Types what was read: makes conditions and orders of rows of it. */
final class ReadingCompiler {

    private final String name;
    private final List<Operand> operands = new ArrayList<>();

    ReadingCompiler(String name) {
        this.name = name;
    }

    /** Returns the parameters of the condition that was compiled. */
    List<Operand> operands() {
        return operands;
    }

    /** Returns the condition; {@code And} binds tighter than {@code Or}. */
    Condition condition(List<Clause> clauses) {
        List<Condition> alternatives = new ArrayList<>();
        List<Condition> together = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause.alternative()) {
                alternatives.add(all(together));
                together = new ArrayList<>();
            }
            together.add(condition(clause));
        }
        alternatives.add(all(together));
        return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Or(alternatives);
    }

    private static Condition all(List<Condition> parts) {
        return switch (parts.size()) {
            case 0 -> Condition.ALWAYS;
            case 1 -> parts.get(0);
            default -> new Condition.And(parts);
        };
    }

    List<Sort> sorts(List<Item> order) {
        return order.stream().map(this::sort).toList();
    }

    private Sort sort(Item item) {
        Expression.Path path = item.path();
        if (!path.type().ordered()) {
            throw mistake("attribute '" + path + "' at " + NameReader.position(item.at()) + " is "
                    + path.type().describe() + ", which has no order; sort by another one");
        }
        checkCase(item.ignoreCase(), path, item.attributeEnd());
        Sort sort = item.descending() ? Sort.descending(path) : Sort.ascending(path);
        return item.ignoreCase() ? sort.ignoringCase() : sort;
    }

    private Condition condition(Clause clause) {
        check(clause);
        Condition positive = positive(clause);
        if (!clause.negated()) {
            return positive;
        }
        return positive instanceof Condition.Comparison(Condition.Relation relation, Expression left, Expression right)
                        && relation == Condition.Relation.EQUAL
                ? new Condition.Comparison(Condition.Relation.NOT_EQUAL, left, right)
                : new Condition.Not(positive);
    }

    private Condition positive(Clause clause) {
        Operator operator = clause.operator();
        Expression value = clause.ignoreCase() ? folded(clause.path()) : clause.path();
        return switch (operator) {
            case EQUAL, LESS_THAN, LESS_THAN_EQUAL, GREATER_THAN, GREATER_THAN_EQUAL ->
                new Condition.Comparison(operator.relation(), value, operand(clause));
            case BETWEEN -> new Condition.Between(value, operand(clause), operand(clause));
            case IN -> new Condition.In(value, List.of(list(clause)));
            case LIKE -> new Condition.Like(value, operand(clause), OptionalInt.empty());
            case STARTS_WITH -> new Condition.Contains(Condition.Place.START, value, operand(clause));
            case ENDS_WITH -> new Condition.Contains(Condition.Place.END, value, operand(clause));
            case CONTAINS -> new Condition.Contains(Condition.Place.ANYWHERE, value, operand(clause));
            case NULL -> new Condition.IsNull(clause.path());
            case TRUE -> truth(clause.path(), true);
            case FALSE -> truth(clause.path(), false);
        };
    }

    private static Condition truth(Expression.Path path, boolean wanted) {
        return new Condition.Comparison(
                Condition.Relation.EQUAL, path, new Expression.Literal(wanted, ValueType.BOOLEAN));
    }

    private Expression operand(Clause clause) {
        Operand.Kind kind = clause.operator().textual() ? Operand.Kind.TEXT : Operand.Kind.VALUE;
        Expression parameter = parameter(clause, kind, false, parameterType(clause.path()));
        return clause.ignoreCase() ? folded(parameter) : parameter;
    }

    private Expression list(Clause clause) {
        // The elements of a list are no expressions, so their case is folded where they are bound.
        return parameter(
                clause, Operand.Kind.VALUES, clause.ignoreCase(), new ValueType.ListOf(parameterType(clause.path())));
    }

    private Expression parameter(Clause clause, Operand.Kind kind, boolean ignoreCase, ValueType type) {
        operands.add(new Operand(
                clause.path(), kind, ignoreCase, name.substring(clause.at(), clause.end()), clause.at() + 1));
        return new Expression.Parameter(operands.size() - 1, type);
    }

    // A parameter may have more digits than are stored.
    private static ValueType parameterType(Expression.Path path) {
        return path.type() instanceof ValueType.Decimal ? ValueType.DECIMAL : path.type();
    }

    private static Expression folded(Expression text) {
        return Expression.Function.of(Expression.Name.FOLD_CASE, text);
    }

    private void check(Clause clause) {
        Expression.Path path = clause.path();
        Operator operator = clause.operator();
        int operatorAt = clause.end() - operator.keyword().length();
        if (operator.textual() && !path.type().equals(ValueType.TEXT)) {
            throw misused(operator, operatorAt, "texts", path);
        }
        boolean truth = operator == Operator.TRUE || operator == Operator.FALSE;
        if (truth && !path.type().equals(ValueType.BOOLEAN)) {
            throw misused(operator, operatorAt, "truth values", path);
        }
        checkCase(clause.ignoreCase(), path, clause.attributeEnd());
        if (operator != Operator.NULL && !path.type().ordered()) {
            throw mistake("attribute '" + path + "' at " + NameReader.position(clause.at()) + " is "
                    + path.type().describe() + ", which is not compared; ask for an attribute within it");
        }
    }

    private static MappingException misused(Operator operator, int at, String kind, Expression.Path path) {
        return mistake("'" + operator.keyword() + "' at " + NameReader.position(at) + " is for " + kind
                + ", and attribute '" + path + "' is " + path.type().describe() + "; ask in another way");
    }

    private static void checkCase(boolean ignored, Expression.Path path, int at) {
        if (ignored && !path.type().equals(ValueType.TEXT)) {
            throw mistake(
                    "'" + Keywords.IGNORE_CASE + "' at " + NameReader.position(at) + " is for texts, and attribute '"
                            + path + "' is " + path.type().describe() + "; leave it out");
        }
    }

    private static MappingException mistake(String message) {
        return new MappingException(message);
    }
}
