/**
 * Lets contenders measure in turn. {@link org.stowage.benchmarks.run.Plan} lists what there is to measure, {@link
 * org.stowage.benchmarks.run.Run} does it.
 */
package org.stowage.benchmarks.run;
