/**
 * The contract of a provider as tests. A provider's own build says in a {@link org.stowage.conformance.ProviderHarness} how a store is
 * opened, and extends the conformance classes; nothing in them can be skipped.
 */
package org.stowage.conformance;
