/**
 * Random sequences of operations: {@link org.stowage.conformance.sequence.SequenceTrial} makes them, runs each on a store and on the model
 * beside it, and makes one on which they differ as small as it can.
 */
package org.stowage.conformance.sequence;
