package org.stowage.launcher.application;

/**
 * Something that looked like an application and cannot be started.
 *
 * @param place where it was found, for people
 * @param reason what is wrong, without a full stop
 */
public record RejectedApplication(String place, String reason) {}
