/**
 * What to find, as data, and what it means. A {@link org.stowage.spi.query.Query} is prepared once; a
 * {@link org.stowage.spi.query.ScanRequest} runs it with arguments. {@link org.stowage.spi.query.Condition} and
 * {@link org.stowage.spi.query.Expression} are the tree, and {@link org.stowage.spi.query.Evaluator} is the one definition of
 * what the tree means.
 */
package org.stowage.spi.query;
