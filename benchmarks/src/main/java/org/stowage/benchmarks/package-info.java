/**
 * Workloads, the contenders that do them, and the table of how they did. A workload is one class, {@link
 * org.stowage.benchmarks.W3FindByKey} for instance, and asks a {@link org.stowage.benchmarks.Contender} for the same work whoever that is;
 * {@link org.stowage.benchmarks.Entrant} lists who takes part and whose speed is the floor of whom; {@link org.stowage.benchmarks.Summary}
 * prints the table.
 */
package org.stowage.benchmarks;
