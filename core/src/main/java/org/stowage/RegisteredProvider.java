package org.stowage;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Returns the JAR or the folder of classes that its class came from, if that is known and a file; a certificate is there. */
    public Optional<Path> file() {
        CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
        @Nullable URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(location.toURI())).filter(Files::exists);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // An image of the JDK, or a JAR within a JAR.
        }
    }

    /**
     * Returns whether it has passed the conformance kit, as its {@link #file()} says. Looks at each call: it opens that file, and reads its
     * classes if there is a certificate.
     */
    public CertificateState certificate() {
        return file().map(file -> CertificateState.of(file, info)).orElseGet(CertificateState.None::new);
    }
}
