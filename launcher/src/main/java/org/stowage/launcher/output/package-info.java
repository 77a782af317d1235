/** Rows for people and programs: a {@link org.stowage.launcher.output.RowWriter} for each {@link org.stowage.launcher.output.OutputFormat}. */
package org.stowage.launcher.output;
