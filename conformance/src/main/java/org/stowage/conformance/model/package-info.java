/**
 * What a store must answer, written a second time from the semantic contract and as plainly as possible: slow, without an index, without a word
 * shared with the evaluator and the engine. Start reading at {@link org.stowage.conformance.model.ModelStore}.
 */
package org.stowage.conformance.model;
