package org.stowage;

import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.spi.PersistenceProvider;

/** Providers that the application hands over. */
final class GivenProviders {

    private GivenProviders() {}

    static void add(PersistenceProvider provider, Findings findings) {
        Place application = Place.named("the application");
        findings.lookedIn("among those that the application gave");
        new ProviderInspection(findings)
                .inspect(new Candidate(provider.getClass().getName(), application, Mechanism.GIVEN), () -> provider);
    }
}
