package org.stowage;

import org.stowage.certificate.CertificateState;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;

/**
 * A provider that was found and can be used.
 *
 * @param provider the provider
 * @param info who it is
 * @param className the name of its class
 * @param place where it was found, for people: a JAR, a folder or a module
 * @param mechanism how it was found
 */
public record RegisteredProvider(
        PersistenceProvider provider, ProviderInfo info, String className, String place, Mechanism mechanism) {

    /** How a provider is found. */
    public enum Mechanism {
        /** {@code META-INF/services} on the class path. */
        CLASS_PATH("class path"),
        /** {@code provides} on the module path. */
        MODULE_PATH("module path"),
        /** A JAR, or a folder of JARs, in a folder of providers. */
        FOLDER("folder"),
        /** Handed over by the application. */
        GIVEN("given");

        private final String text;

        Mechanism(String text) {
            this.text = text;
        }

        /** Returns it for people. */
        @Override
        public String toString() {
            return text;
        }
    }

    /** Returns the provider's name. */
    public String name() {
        return info.name();
    }

    /**
     * Returns whether it has passed the conformance kit, as the JAR or the folder that its class came from says. Looks at each call: it opens
     * that file, and reads its classes if there is a certificate.
     */
    public CertificateState certificate() {
        return CertificateState.of(provider.getClass(), info);
    }
}
