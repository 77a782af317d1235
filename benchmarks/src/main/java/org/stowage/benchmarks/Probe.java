package org.stowage.benchmarks;

import java.util.Map;

/** Something that is measured as a whole, not by repeating an operation for a while. */
public interface Probe {

    /** Makes ready what is measured. */
    default void begin(Map<String, String> parameters) throws Exception {}

    /** Measures once: seconds for an operation, bytes, or whatever the line counts. */
    double measure(Map<String, String> parameters) throws Exception;
}
