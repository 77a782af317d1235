/** What watches whether the engine above a provider keeps its side of the contract: see {@link org.stowage.conformance.AssertingProvider}. */
package org.stowage.conformance.asserting;
