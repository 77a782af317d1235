/** Failures on purpose: {@link org.stowage.layers.faults.FaultPlan} says which operations of a store fail, and how. */
package org.stowage.layers.faults;
