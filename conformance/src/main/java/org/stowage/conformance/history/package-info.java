/**
 * Histories of concurrent transactions, and the search for cycles in them. A {@link org.stowage.conformance.history.Workload} appends to
 * lists and reads them from several threads; since every value is appended once, a list tells who wrote it in which order, and so which
 * transaction depends on which. Transactions are strictly serializable only if those dependencies, and the order in which they followed each
 * other by the clock, have no cycle.
 *
 * <p>The idea is that of Elle: Kyle Kingsbury and Peter Alvaro, "Elle: Inferring Isolation Anomalies from Experimental Observations",
 * Proceedings of the VLDB Endowment 14(3), 2020.
 */
package org.stowage.conformance.history;
