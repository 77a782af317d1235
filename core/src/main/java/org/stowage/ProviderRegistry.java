package org.stowage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.ProviderInfo;
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

    private static final int MOST_LISTED = 10;

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
        String meant = NearestName.of(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
        List<String> rejected = rejected().stream()
                .filter(rejection -> rejection.mayBe(name))
                .map(RejectedProvider::toString)
                .toList();
        return "no provider is named '" + name + "'" + meant + "; "
                + (known.isEmpty() ? "there is none" : "there is " + shortened(known, "'", ", ")) + " "
                + String.join(" and ", places())
                + (rejected.isEmpty() ? "" : "; rejected: " + shortened(rejected, "", "; rejected: "));
    }

    private static String shortened(List<String> texts, String quote, String separator) {
        String shown = texts.stream()
                .limit(MOST_LISTED)
                .map(text -> quote + text + quote)
                .collect(Collectors.joining(separator));
        int hidden = texts.size() - MOST_LISTED;
        return hidden > 0 ? shown + separator + hidden + " more" : shown;
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
        private final Map<String, String> preferred = new HashMap<>();
        private Duration limit = Duration.ofSeconds(10);
        private boolean thorough;
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
         * Looks into a folder: each JAR in it, and each folder of JARs in it, is loaded by itself and sees the JDK and {@code
         * org.stowage.spi} only, so that it may bring any library in any version. A JAR that is a module, with nothing but modules
         * beside it, becomes a layer of modules if the SPI is a module too. A folder that is not there is among those {@linkplain
         * ProviderRegistry#rejected() rejected}.
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
         * Chooses among providers of one name. Those that are not chosen are passed over with a {@linkplain ProviderRegistry#notes()
         * note}; if the chosen one is not there or cannot be used, none of that name can. Of two choices for a name the last one
         * counts.
         *
         * @param name the name of the provider
         * @param place where the one is that counts, as {@link RegisteredProvider#place()} gives it or as a path to the JAR or a folder
         *     that it is in; or the name of its class
         * @throws BadConfigurationException if no provider can have the name
         */
        public Builder prefer(String name, String place) {
            if (!ProviderInfo.allowsName(name)) {
                throw new BadConfigurationException(
                        ErrorContext.none(),
                        "'" + name
                                + "' cannot be preferred, because it is no name of a provider; write one such as 'json-file'");
            }
            preferred.put(name, place);
            return this;
        }

        /**
         * Sets how long the constructor of a provider and what it says about itself may take together, 10 seconds if nobody says
         * otherwise. One that takes longer is rejected, and its thread, a daemon named {@code stowage-discovery} and the class, is left
         * behind.
         *
         * @param most positive
         */
        public Builder timeLimit(Duration most) {
            if (most.isNegative() || most.isZero()) {
                throw new BadConfigurationException(
                        ErrorContext.none(), "time limit '" + most + "' must be more than nothing");
            }
            limit = most;
            return this;
        }

        /**
         * Also reads all class files of the class path, of the modules that require the SPI, and of JARs that declare other providers:
         * classes that implement the SPI and that nobody declares are rejected with what has to be added where. It takes seconds where
         * there are many classes, and is for finding out why a provider is missing. A JAR of a folder that declares no provider at all
         * is always read in this way.
         */
        public Builder thorough() {
            thorough = true;
            return this;
        }

        /** Looks. */
        public ProviderRegistry build() {
            Findings findings = new Findings();
            if (certificatesRequired) {
                findings.requireCertificates();
            }
            SearchRules rules = new SearchRules(limit, thorough, preferred);
            try {
                given.forEach(provider -> GivenProviders.add(provider, findings, rules));
                ModuleSearch modules = new ModuleSearch(findings, rules);
                layers.forEach(modules::search);
                loaders.forEach(loader -> new ClassPathSearch(findings, modules, rules).search(loader));
                if (thorough) {
                    modules.searchUndeclared();
                }
                folders.forEach(folder -> new FolderSearch(findings, rules).search(folder));
                new SameNames(findings, rules).decide();
                return new ProviderRegistry(findings);
            } catch (RuntimeException | Error failure) {
                findings.closeLoaders();
                throw failure;
            }
        }
    }
}
