/**
 * What survives a killed process. A {@link org.stowage.conformance.crash.CrashWriter} commits transactions of a
 * {@link org.stowage.conformance.crash.CrashScript} in a process of its own until a {@link org.stowage.conformance.crash.CrashTrial} kills it
 * and compares what is stored with what was acknowledged.
 */
package org.stowage.conformance.crash;
