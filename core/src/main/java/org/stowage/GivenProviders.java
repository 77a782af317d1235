package org.stowage;

import org.stowage.RegisteredProvider.Mechanism;
import org.stowage.spi.PersistenceProvider;

/** Providers that the application hands over. */
final class GivenProviders {

    private GivenProviders() {}

    static void add(PersistenceProvider provider, Findings findings, SearchRules rules) {
        Place application = Place.named("the application");
        findings.lookedIn("among those that the application gave");
        Class<?> type = provider.getClass();
        new ProviderInspection(findings, rules)
                .inspect(new Candidate(type.getName(), application, Mechanism.GIVEN), type, () -> provider);
    }
}
