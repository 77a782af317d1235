/**
 * The provider {@code sqlite}. {@link org.stowage.sqlite.SqliteProvider} opens a store; from there,
 * {@code SqliteStore} hands out transactions over a {@code ConnectionPool}, {@code SqliteCatalogue} knows the tables,
 * {@code QueryPlanner} turns a query into SQL and what is left of it, {@code ChangeWriter} writes, and {@code SchemaMigration}
 * changes tables. Every value reaches its column and comes back through its {@code ColumnCodec}.
 */
package org.stowage.sqlite;
