package org.stowage.conformance;

/**
 * How the tests of a topic went.
 *
 * @param topic its name, such as {@code Transactions}
 * @param passed how many passed
 * @param failed how many failed
 * @param skipped how many were not run
 */
public record TopicCount(String topic, int passed, int failed, int skipped) {}
