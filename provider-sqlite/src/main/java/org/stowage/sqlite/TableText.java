package org.stowage.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stowage.spi.schema.Index;
import org.stowage.spi.value.ValueType;

/**
 * The SQL that makes and changes tables, which jOOQ cannot build (STRICT, WITHOUT ROWID), and the one query that is needed so
 * soon and so often that loading jOOQ for it would show. Nothing from outside gets into it: names are physical names, which
 * are lower-case letters, digits and underscores, and values are bound.
 */
final class TableText {

    private TableText() {}

    static String selectByKey(EntityTable table) {
        return "SELECT " + names(table.columns()) + " FROM " + quote(table.name()) + " WHERE "
                + table.keyColumns().stream()
                        .map(column -> quote(column.name()) + " = ?")
                        .collect(Collectors.joining(" AND "));
    }

    /** Returns the text that selects the rows that have bound values in some fields, all columns in order. */
    static String selectByFields(EntityTable table, List<String> fields) {
        return "SELECT " + names(table.columns()) + " FROM " + quote(table.name()) + " WHERE "
                + fields.stream()
                        .map(field -> quote(column(table, field).name()) + " = ?")
                        .collect(Collectors.joining(" AND "));
    }

    /** Returns the text that selects a row, all columns in order, with whose values in an index another row clashes. */
    static String selectClash(EntityTable table, Index index) {
        List<String> fields = index.fields().stream()
                .map(field -> quote(column(table, field).name()))
                .toList();
        return "SELECT " + names(table.columns()) + " FROM " + quote(table.name()) + " WHERE "
                + fields.stream().map(field -> field + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + " GROUP BY " + String.join(", ", fields) + " HAVING count(*) > 1 LIMIT 1";
    }

    /** Returns the text that makes a table of the given name with the shape of the entity. */
    static String create(EntityTable table, String name) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(definition(column)));
        parts.add("PRIMARY KEY (" + names(table.keyColumns()) + ")");
        return "CREATE TABLE " + quote(name) + " (" + String.join(", ", parts) + ") " + options(table);
    }

    static String definition(Column column) {
        String name = quote(column.name());
        String definition = name + " " + column.codec().storage();
        if (!column.field().nullable()) {
            definition += " NOT NULL";
        }
        if (column.field().type().equals(ValueType.BOOLEAN)) {
            definition += " CHECK (" + name + " IN (0, 1))";
        }
        return definition;
    }

    // A key of one INT64 is the row's number itself. Any other key carries the row in its own tree, which spares a
    // second look-up, unless
    // the row may be large: SQLite searches such trees badly.
    private static String options(EntityTable table) {
        boolean numbered = table.keyColumns().size() == 1
                && table.keyColumns().get(0).field().type().equals(ValueType.INT64);
        boolean large = table.columns().stream()
                .anyMatch(column -> column.field().type().equals(ValueType.BYTES)
                        || !column.field().type().ordered());
        return numbered || large ? "STRICT" : "STRICT, WITHOUT ROWID";
    }

    static String drop(String table) {
        return "DROP TABLE " + quote(table);
    }

    static String rename(String table, String to) {
        return "ALTER TABLE " + quote(table) + " RENAME TO " + quote(to);
    }

    static String addColumn(EntityTable table, Column column) {
        return "ALTER TABLE " + quote(table.name()) + " ADD COLUMN " + definition(column);
    }

    static String dropColumn(EntityTable table, String column) {
        return "ALTER TABLE " + quote(table.name()) + " DROP COLUMN " + quote(column);
    }

    static String renameColumn(EntityTable table, String column, String to) {
        return "ALTER TABLE " + quote(table.name()) + " RENAME COLUMN " + quote(column) + " TO " + quote(to);
    }

    /** Returns the text that copies the given columns of a table to another, and a bound value into each of the filled ones. */
    static String copy(String from, String to, List<Column> copied, List<Column> filled) {
        List<Column> all = new ArrayList<>(copied);
        all.addAll(filled);
        String values = copied.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
        return "INSERT INTO " + quote(to) + " (" + names(all) + ") SELECT " + values + ", ?".repeat(filled.size())
                + " FROM " + quote(from);
    }

    /** Returns the text that puts a bound value into a column of every row. */
    static String fill(EntityTable table, Column column) {
        return "UPDATE " + quote(table.name()) + " SET " + quote(column.name()) + " = ?";
    }

    static String createIndex(EntityTable table, Index index) {
        String fields = index.fields().stream()
                .map(field -> quote(column(table, field).name()))
                .collect(Collectors.joining(", "));
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + quote(table.indexName(index)) + " ON "
                + quote(table.name()) + " (" + fields + ")";
    }

    static String dropIndex(String index) {
        return "DROP INDEX " + quote(index);
    }

    private static Column column(EntityTable table, String field) {
        return table.columns().get(table.schema().position(field));
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
    }

    private static String quote(String physicalName) {
        return '"' + physicalName + '"';
    }
}
