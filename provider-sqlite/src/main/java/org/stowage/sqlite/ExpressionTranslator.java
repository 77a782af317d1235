package org.stowage.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.CaseValueStep;
import org.jooq.CaseWhenStep;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stowage.spi.query.Expression;
import org.stowage.spi.value.ValueType;

/**
 * Turns expressions into SQL that has exactly their value, or declines.
 *
 * <p>Declined are: calculations, since SQLite turns an overflow into a REAL and knows no decimals; upper and lower case, since SQLite
 * knows ASCII only; concatenation, which has a limit to its result; and paths into structures, which are stored as JSON.
 */
final class ExpressionTranslator {

    // SQLite's own functions take lengths as 32-bit numbers.
    private static final long LONGEST = Integer.MAX_VALUE;

    private final EntityTable table;
    private final Places places;

    ExpressionTranslator(EntityTable table, Places places) {
        this.table = table;
        this.places = places;
    }

    /** Returns the SQL for a value as it is stored, if there is one. */
    Optional<Field<Object>> stored(Expression expression) {
        return switch (expression) {
            case Expression.Path path -> path.simple() ? Optional.of(column(path)) : Optional.empty();
            case Expression.Literal literal -> Optional.of(place(literal, literal.type()));
            case Expression.Parameter parameter -> Optional.of(place(parameter, parameter.type()));
            case Expression.Function function -> function(function);
            case Expression.Arithmetic arithmetic -> Optional.empty();
            case Expression.Negation negation -> Optional.empty();
        };
    }

    /**
     * Returns the SQL for something that SQLite sorts as the values are sorted, if there is one: what is stored, but the number of
     * the name for an enumeration whose names do not sort as they are declared.
     */
    Optional<Field<Object>> sortable(Expression expression) {
        if (!(expression.type() instanceof ValueType.Enumeration names) || TextForms.sortsAsText(names)) {
            return stored(expression);
        }
        return switch (expression) {
            case Expression.Path path -> path.simple() ? Optional.of(numbered(column(path), names)) : Optional.empty();
            case Expression.Literal literal ->
                Optional.of(places.add(new Binding.Constant(literal.value()), Storage.INTEGER, number(names)));
            case Expression.Parameter parameter ->
                Optional.of(places.add(new Binding.Argument(parameter.index()), Storage.INTEGER, number(names)));
            case Expression.Function function -> Optional.empty();
            case Expression.Arithmetic arithmetic -> Optional.empty();
            case Expression.Negation negation -> Optional.empty();
        };
    }

    /** Returns where the value of an expression comes from if that is known before the statement runs. */
    static Optional<Binding.Source> source(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> Optional.of(new Binding.Constant(literal.value()));
            case Expression.Parameter parameter -> Optional.of(new Binding.Argument(parameter.index()));
            case Expression.Path path -> Optional.empty();
            case Expression.Function function -> Optional.empty();
            case Expression.Arithmetic arithmetic -> Optional.empty();
            case Expression.Negation negation -> Optional.empty();
        };
    }

    private Field<Object> column(Expression.Path path) {
        return Sql.column(table.columns().get(table.schema().position(path.field())));
    }

    private Field<Object> place(Expression constant, ValueType type) {
        ColumnCodec codec = ColumnCodec.of(type);
        return places.add(source(constant).orElseThrow(), codec.storage(), codec::encode);
    }

    private static Function<Object, Object> number(ValueType.Enumeration names) {
        return name -> (long) names.names().indexOf(name);
    }

    private static Field<Object> numbered(Field<Object> column, ValueType.Enumeration names) {
        CaseValueStep<Object> start = DSL.case_(column);
        CaseWhenStep<Object, Integer> steps =
                start.when(DSL.inline((Object) names.names().get(0)), DSL.inline(0));
        for (int i = 1; i < names.names().size(); i++) {
            steps = steps.when(DSL.inline((Object) names.names().get(i)), DSL.inline(i));
        }
        return steps.coerce(Object.class);
    }

    private Optional<Field<Object>> function(Expression.Function function) {
        List<Expression> arguments = function.arguments();
        return switch (function.name()) {
            case LENGTH -> stored(arguments.get(0)).map(text -> Sql.call("length", Storage.INTEGER, text));
            case LEFT ->
                length(arguments.get(1))
                        .flatMap(length -> stored(arguments.get(0))
                                .map(text ->
                                        Sql.call("substr", Storage.TEXT, text, DSL.inline(1), DSL.inline(length))));
            case RIGHT ->
                length(arguments.get(1))
                        .flatMap(length -> stored(arguments.get(0)).map(text -> right(text, length)));
            case LOWER, UPPER, FOLD_CASE, CONCAT, ABS -> Optional.empty();
        };
    }

    // substr counts from the end for a negative start, but takes a start of zero for the whole.
    private static Field<Object> right(Field<Object> text, long length) {
        return length == 0
                ? Sql.call("substr", Storage.TEXT, text, DSL.inline(1), DSL.inline(0))
                : Sql.call("substr", Storage.TEXT, text, DSL.inline(-length));
    }

    // Only a literal is known not to be an error.
    private static Optional<Long> length(Expression expression) {
        return expression instanceof Expression.Literal literal
                        && literal.value() instanceof Long length
                        && length >= 0
                        && length <= LONGEST
                ? Optional.of(length)
                : Optional.empty();
    }
}
