package org.stowage.launcher.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a file has it.
 *
 * @param line where it begins, from 1
 * @param names what its values are called
 * @param values null, a text, and from JSON also a {@code Boolean}, {@link NumberText}, {@code List} or {@code Map}
 */
public record SourceRecord(long line, List<String> names, List<@Nullable Object> values) {}
