package org.stowage.launcher.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of cells.
 *
 * @param line where it begins, from 1
 * @param cells its cells; null if empty and not quoted
 */
record CsvLine(long line, List<@Nullable Object> cells) {}
