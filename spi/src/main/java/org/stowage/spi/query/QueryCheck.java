package org.stowage.spi.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.LimitExceededException;
import org.stowage.spi.error.NearestName;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.ValueType;

/**
 * Checks a query against a schema and the limits, and builds it anew with neutral literals. Whatever comes out of it can be evaluated
 * without a further look at types.
 */
final class QueryCheck {

    private final EntitySchema schema;
    private final ExpressionCheck expressions;
    private final ArgumentRules.Builder rules;
    private int nodes;

    private QueryCheck(EntitySchema schema) {
        this.schema = schema;
        this.rules = new ArgumentRules.Builder(schema.name());
        this.expressions = new ExpressionCheck(schema, rules, this::count);
    }

    /** What came out of the check. */
    record Checked(Condition condition, List<Sort> sorts, Set<String> fields, ArgumentRules rules) {}

    static Checked check(EntitySchema schema, Condition condition, List<Sort> sorts, Set<String> fields) {
        QueryCheck check = new QueryCheck(schema);
        Condition checked = ConditionSimplifier.simplify(check.condition(condition, 1));
        List<Sort> checkedSorts = sorts.stream().map(check::sort).toList();
        return new Checked(checked, checkedSorts, check.fields(fields, checkedSorts), check.rules.build());
    }

    private void count(int depth) {
        nodes++;
        if (nodes > QueryLimits.NODES) {
            throw exceeded("a query may have at most " + QueryLimits.NODES
                    + " conditions and expressions; give many values as one list parameter");
        }
        if (depth > QueryLimits.DEPTH) {
            throw exceeded("a query may be nested at most " + QueryLimits.DEPTH
                    + " deep; put what is joined by the same word" + " side by side");
        }
    }

    private Condition condition(Condition condition, int depth) {
        count(depth);
        int inner = depth + 1;
        return switch (condition) {
            case Condition.Constant constant -> constant;
            case Condition.And and -> new Condition.And(conditions(and.parts(), inner));
            case Condition.Or or -> new Condition.Or(conditions(or.parts(), inner));
            case Condition.Not not -> new Condition.Not(condition(not.part(), inner));
            case Condition.Comparison comparison -> comparison(comparison, inner);
            case Condition.Between between -> between(between, inner);
            case Condition.In in -> in(in, inner);
            case Condition.Like like -> like(like, inner);
            case Condition.Contains contains ->
                new Condition.Contains(contains.place(), text(contains.value(), inner), text(contains.part(), inner));
            case Condition.IsNull isNull -> new Condition.IsNull(expressions.check(isNull.value(), inner));
        };
    }

    private List<Condition> conditions(List<Condition> parts, int depth) {
        List<Condition> checked = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            checked.add(condition(part, depth));
        }
        return checked;
    }

    private Condition comparison(Condition.Comparison comparison, int depth) {
        Expression left = expressions.check(comparison.left(), depth);
        Expression right = expressions.check(comparison.right(), depth);
        comparable(left, right, right.type());
        return new Condition.Comparison(comparison.relation(), left, right);
    }

    private Condition between(Condition.Between between, int depth) {
        Expression value = expressions.check(between.value(), depth);
        Expression low = expressions.check(between.low(), depth);
        Expression high = expressions.check(between.high(), depth);
        comparable(value, low, low.type());
        comparable(value, high, high.type());
        return new Condition.Between(value, low, high);
    }

    private Condition in(Condition.In in, int depth) {
        if (in.options().size() > QueryLimits.OPTIONS) {
            throw exceeded("an 'in' may have at most " + QueryLimits.OPTIONS + " values, this one has '"
                    + in.options().size() + "'");
        }
        Expression value = expressions.check(in.value(), depth);
        comparable(value, value, value.type());
        List<Expression> options = new ArrayList<>(in.options().size());
        List<Integer> lists = new ArrayList<>();
        for (Expression option : in.options()) {
            if (option instanceof Expression.Parameter parameter && parameter.type() instanceof ValueType.ListOf list) {
                comparable(value, parameter, list.element());
                options.add(expressions.listParameter(parameter, list));
                lists.add(parameter.index());
            } else {
                Expression checked = expressions.checkOption(option, depth);
                comparable(value, checked, checked.type());
                options.add(checked);
            }
        }
        rules.options(options.size() - lists.size(), lists);
        return new Condition.In(value, options);
    }

    private Condition like(Condition.Like like, int depth) {
        Expression value = text(like.value(), depth);
        Expression pattern = text(like.pattern(), depth);
        if (like.escape().isPresent()
                && !Character.isValidCodePoint(like.escape().getAsInt())) {
            throw expressions.mismatch("the escape '" + like.escape().getAsInt() + "' is not a code point");
        }
        if (pattern instanceof Expression.Literal literal) {
            LikePattern.of((String) literal.value(), like.escape());
        } else if (pattern instanceof Expression.Parameter parameter) {
            rules.pattern(parameter.index(), like.escape());
        }
        return new Condition.Like(value, pattern, like.escape());
    }

    private Expression text(Expression expression, int depth) {
        Expression checked = expressions.check(expression, depth);
        if (!checked.type().equals(ValueType.TEXT)) {
            throw expressions.mismatch("'" + QueryText.describe(checked) + "' is "
                    + checked.type().describe() + ", but only text is matched with text");
        }
        return checked;
    }

    private void comparable(Expression left, Expression right, ValueType rightType) {
        ValueType leftType = left.type();
        if (!leftType.ordered()) {
            throw expressions.mismatch("'" + QueryText.describe(left) + "' is " + leftType.describe()
                    + ", whose values are not compared; compare a field within it");
        }
        if (!leftType.comparableWith(rightType)) {
            throw expressions.mismatch("'" + QueryText.describe(left) + "' is " + leftType.describe() + " and '"
                    + QueryText.describe(right) + "' is " + rightType.describe()
                    + "; only values of one type are compared");
        }
    }

    private Sort sort(Sort sort) {
        Expression.Path path = expressions.resolve(sort.path());
        if (!path.type().ordered()) {
            throw expressions.mismatch(
                    "'" + path + "' is " + path.type().describe() + ", which has no order; sort by a field within it");
        }
        if (sort.ignoreCase() && !path.type().equals(ValueType.TEXT)) {
            throw expressions.mismatch(
                    "'" + path + "' is " + path.type().describe() + ", but case is ignored of text only");
        }
        return new Sort(path, sort.descending(), sort.nullsFirst(), sort.ignoreCase());
    }

    /** Returns the wanted fields with those that the order needs, so that whoever gets the rows can order and continue them. */
    private Set<String> fields(Set<String> wanted, List<Sort> sorts) {
        if (wanted.isEmpty()) {
            return wanted;
        }
        List<String> known = schema.fields().stream().map(Field::name).toList();
        Set<String> fields = new TreeSet<>(wanted);
        for (String field : fields) {
            if (schema.position(field) < 0) {
                throw expressions.mismatch(
                        "entity '" + schema.name() + "' has no field '" + field + "'" + NearestName.hint(field, known));
            }
        }
        fields.addAll(schema.key());
        sorts.forEach(sort -> fields.add(sort.path().field()));
        return fields;
    }

    private LimitExceededException exceeded(String message) {
        return new LimitExceededException(new ErrorContext(null, schema.name(), null), message);
    }
}
