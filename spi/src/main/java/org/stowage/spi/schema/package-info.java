/**
 * The shape of an entity and how it changes. Start at {@link org.stowage.spi.schema.EntitySchema}; a
 * {@link org.stowage.spi.schema.SchemaChange} takes a store from one shape to the next, and
 * {@link org.stowage.spi.schema.PhysicalName} makes the names under which engines and file systems keep it.
 */
package org.stowage.spi.schema;
