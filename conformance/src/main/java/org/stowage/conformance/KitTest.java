package org.stowage.conformance;

/** Tests of the kit, which know what they test. */
interface KitTest {

    /** Returns the provider that is tested. */
    ProviderHarness harness();
}
