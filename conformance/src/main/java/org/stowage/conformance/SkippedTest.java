package org.stowage.conformance;

/**
 * A test of the kit that was not run.
 *
 * @param topic the topic it belongs to
 * @param test its name
 * @param reason why, for people
 */
public record SkippedTest(String topic, String test, String reason) {}
