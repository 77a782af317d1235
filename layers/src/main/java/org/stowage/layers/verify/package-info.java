/**
 * Answers given twice. {@link org.stowage.layers.verify.Verification} lets a share of the queries that a store answers be answered
 * once more by reading every row and by the evaluator that defines what queries mean, and reports where the two differ.
 */
package org.stowage.layers.verify;
