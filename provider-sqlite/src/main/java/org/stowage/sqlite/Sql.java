package org.stowage.sqlite;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What this provider says in jOOQ: it builds SQL as a tree and renders it; it never runs any. Values never get into the text, only
 * numbered places do ({@code ?1}), so that what is bound where does not depend on the order of rendering.
 */
final class Sql {

    private static final DSLContext CONTEXT = context();

    private Sql() {}

    private static DSLContext context() {
        // jOOQ greets on the log when it is first used, which is not for a library to do to a program's output.
        for (String greeting : List.of("org.jooq.no-logo", "org.jooq.no-tips")) {
            if (System.getProperty(greeting) == null) {
                System.setProperty(greeting, "true");
            }
        }
        Settings settings = new Settings()
                .withRenderNamedParamPrefix("?")
                .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                // jOOQ would write values into the text when there are many of them.
                .withInlineThreshold(Integer.MAX_VALUE);
        return DSL.using(SQLDialect.SQLITE, settings);
    }

    static String render(QueryPart part) {
        return CONTEXT.renderNamedParams(part);
    }

    static Table<Record> table(EntityTable table) {
        return DSL.table(DSL.name(table.name()));
    }

    static Field<Object> column(Column column) {
        return DSL.field(DSL.name(column.name()), type(column.codec().storage()));
    }

    /** Returns the place of a number from 1. */
    static Param<Object> place(int number, Storage storage) {
        return DSL.param(Integer.toString(number), type(storage));
    }

    /** Returns a call of one of SQLite's own functions. */
    static Field<Object> call(String function, Storage result, Field<?>... arguments) {
        return DSL.function(DSL.unquotedName(function), type(result), arguments);
    }

    /** Returns {@code pattern} matched by SQLite's GLOB, as a condition and not as a number, since only that is planned with an index. */
    static Condition glob(Field<?> value, Field<?> pattern) {
        Field<Object> call = call("glob", Storage.INTEGER, pattern, value);
        return CustomCondition.of(context -> context.visit(call));
    }

    /** Returns whether a value is an element of a place that holds a JSON array. jOOQ has no table function for SQLite. */
    static Condition inArray(Field<?> value, Field<?> array) {
        return CustomCondition.of(context -> context.visit(value)
                .sql(" in (select value from json_each(")
                .visit(array)
                .sql("))"));
    }

    /** Returns the type of which jOOQ shall think a column is: one of four, so that it converts nothing. */
    @SuppressWarnings("unchecked")
    private static DataType<Object> type(Storage storage) {
        DataType<?> type = switch (storage) {
            case INTEGER -> SQLDataType.BIGINT;
            case REAL -> SQLDataType.DOUBLE;
            case TEXT -> SQLDataType.CLOB;
            case BLOB -> SQLDataType.BLOB;
        };
        return (DataType<Object>) type;
    }
}
