package org.stowage;

import org.jspecify.annotations.Nullable;
import org.stowage.RegisteredProvider.Mechanism;

/**
 * A class that somebody says is a provider.
 *
 * @param className its name
 * @param place where it was named
 * @param mechanism how it was found
 */
record Candidate(String className, Place place, Mechanism mechanism) {

    RejectedProvider rejected(String reason, String remedy, @Nullable Throwable failure) {
        return new RejectedProvider(place.text(), className, null, reason, remedy, failure);
    }

    RejectedProvider rejected(Diagnosis diagnosis) {
        return rejected(diagnosis.reason(), diagnosis.remedy(), diagnosis.failure());
    }
}
