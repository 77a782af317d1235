package org.stowage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.error.BadConfigurationException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.NearestName;

/**
 * The providers that are there, and those that cannot be used, with the reason and the remedy. One that is broken takes nothing
 * else down.
 *
 * <p>A registry looks once, when it is made, and is immutable from then on, for many threads. There may be several.
 */
public final class ProviderRegistry implements AutoCloseable {

    private final Findings findings;

    private ProviderRegistry(Findings findings) {
        this.findings = findings;
    }

    /** Returns a registry of what the class loader and the module layer hold that loaded Stowage. */
    public static ProviderRegistry discover() {
        return builder().applicationPath().build();
    }

    /** Starts a registry that looks only where it is told to. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the providers that can be used, by name. */
    public List<RegisteredProvider> providers() {
        return findings.usable();
    }

    /** Returns what looked like a provider and cannot be used, in the order in which it was met. */
    public List<RejectedProvider> rejected() {
        return findings.rejected();
    }

    /** Returns what was passed over and is no provider, one sentence each for people, without a full stop. */
    public List<String> notes() {
        return findings.notes();
    }

    /** Returns where it looked, one phrase each for people, such as {@code the class path}. */
    public List<String> places() {
        return findings.places();
    }

    /** Returns the provider of a name, if it is there and can be used. */
    public Optional<RegisteredProvider> find(String name) {
        return providers().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }

    /**
     * Returns the provider of a name.
     *
     * @throws BadConfigurationException if it is not there or cannot be used; says what there is, where it looked, and why one that may
     *     be meant was rejected
     */
    public RegisteredProvider provider(String name) {
        return find(name).orElseThrow(() -> new BadConfigurationException(ErrorContext.none(), unknown(name)));
    }

    private String unknown(String name) {
        List<String> known = providers().stream().map(RegisteredProvider::name).toList();
        String rejected = rejected().stream()
                .filter(rejection -> rejection.mayBe(name))
                .map(rejection -> "; rejected: " + rejection)
                .collect(Collectors.joining());
        String there = known.isEmpty() ? "there is none" : "there is '" + String.join("', '", known) + "'";
        String meant = NearestName.of(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
        return "no provider is named '" + name + "'" + meant + "; " + there + " " + String.join(" and ", places())
                + rejected;
    }

    /**
     * Closes the class loaders of the folders. Stores that were opened with their providers must be closed before. A second call does
     * nothing.
     */
    @Override
    public void close() {
        findings.closeLoaders();
    }

    /** Says where to look. Not safe for several threads. */
    public static final class Builder {

        private final List<PersistenceProvider> given = new ArrayList<>();
        private final List<ModuleLayer> layers = new ArrayList<>();
        private final List<ClassLoader> loaders = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private boolean certificatesRequired;

        private Builder() {}

        /** Looks into the class loader and the module layer that loaded Stowage, as {@link ProviderRegistry#discover()} does. */
        public Builder applicationPath() {
            Module stowage = ProviderRegistry.class.getModule();
            ModuleLayer layer = stowage.getLayer();
            return moduleLayer(layer == null ? ModuleLayer.boot() : layer)
                    .classLoader(ProviderRegistry.class.getClassLoader());
        }

        /** Looks for {@code META-INF/services} in a class loader and its parents. */
        public Builder classLoader(ClassLoader loader) {
            loaders.add(loader);
            return this;
        }

        /** Looks for {@code provides} in the modules of a layer and its parents. */
        public Builder moduleLayer(ModuleLayer layer) {
            layers.add(layer);
            return this;
        }

        /**
         * Looks into a folder, which must be there: each JAR in it, and each folder of JARs in it, is loaded by itself and sees the
         * JDK and {@code org.stowage.spi} only, so that it may bring any library in any version.
         */
        public Builder folder(Path folder) {
            folders.add(folder);
            return this;
        }

        /** Adds a provider. */
        public Builder provider(PersistenceProvider provider) {
            given.add(provider);
            return this;
        }

        /**
         * Uses only providers with a {@link RegisteredProvider#certificate() certificate} that holds, and rejects the others with what
         * theirs lacks. A provider is made and asked who it is before that is known; this guards against mistakes, not against malice.
         */
        public Builder requireCertificates() {
            certificatesRequired = true;
            return this;
        }

        /**
         * Does what a policy says that somebody has written down: {@code certified} is {@link #requireCertificates()}, {@code nothing}
         * requires nothing.
         *
         * @throws BadConfigurationException if it is neither
         */
        public Builder require(String policy) {
            certificatesRequired = switch (policy) {
                case "certified" -> true;
                case "nothing" -> false;
                default ->
                    throw new BadConfigurationException(
                            ErrorContext.none(),
                            "'" + policy
                                    + "' is nothing that can be required of providers; say 'certified' or 'nothing'");
            };
            return this;
        }

        /**
         * Looks.
         *
         * @throws BadConfigurationException if a folder is not there or cannot be listed
         */
        public ProviderRegistry build() {
            Findings findings = new Findings();
            if (certificatesRequired) {
                findings.requireCertificates();
            }
            try {
                given.forEach(provider -> GivenProviders.add(provider, findings));
                ModuleSearch modules = new ModuleSearch(findings);
                layers.forEach(modules::search);
                loaders.forEach(loader -> new ClassPathSearch(findings, modules).search(loader));
                folders.forEach(folder -> new FolderSearch(findings).search(folder));
                findings.rejectDuplicates();
                return new ProviderRegistry(findings);
            } catch (RuntimeException | Error failure) {
                findings.closeLoaders();
                throw failure;
            }
        }
    }
}
