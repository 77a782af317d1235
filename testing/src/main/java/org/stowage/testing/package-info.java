/**
 * For the tests of an application: {@link org.stowage.testing.StowageTest} gives each test a store of its own that is filled already,
 * {@link org.stowage.testing.OnEveryProvider} repeats tests on each provider, {@link org.stowage.testing.Faults} lets stores fail.
 */
package org.stowage.testing;
