/**
 * Workloads and the contenders that do them. A workload is one class, {@link org.stowage.benchmarks.W3FindByKey} for instance, and asks a
 * {@link org.stowage.benchmarks.Contender} for the same work whoever that is; {@link org.stowage.benchmarks.Entrant} lists who takes part.
 */
package org.stowage.benchmarks;
