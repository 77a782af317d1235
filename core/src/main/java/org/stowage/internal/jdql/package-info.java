/**
 * The query language: {@link org.stowage.internal.jdql.Parser} makes a {@link org.stowage.internal.jdql.Statement} of a text, and
 * {@link org.stowage.internal.jdql.StatementCompiler} types it against a schema.
 */
package org.stowage.internal.jdql;
