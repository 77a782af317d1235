/**
 * Records out of files. A {@link org.stowage.launcher.input.RecordSource} is read as often as needed;
 * {@link org.stowage.launcher.input.SchemaGuess} finds the types of its fields, {@link org.stowage.launcher.input.RowReader} makes rows.
 */
package org.stowage.launcher.input;
