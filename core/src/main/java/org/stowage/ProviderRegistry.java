package org.stowage;

import java.nio.file.Path;
import java.util.List;
import org.stowage.spi.PersistenceProvider;

/** The providers that are there, and those that cannot be used, with the reason. For many threads. */
public final class ProviderRegistry implements AutoCloseable {

    private ProviderRegistry() {}

    /** Returns what the class loader and the module layer hold that loaded Stowage. */
    public static ProviderRegistry discover() {
        throw new UnsupportedOperationException();
    }

    /** Starts a registry that looks where it is told to. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the providers, by name. */
    public List<RegisteredProvider> providers() {
        throw new UnsupportedOperationException();
    }

    /** Returns what cannot be used. */
    public List<RejectedProvider> rejected() {
        throw new UnsupportedOperationException();
    }

    /** Returns what was passed over without harm, one line each for people. */
    public List<String> notes() {
        throw new UnsupportedOperationException();
    }

    /** Returns the provider of a name. */
    public RegisteredProvider provider(String name) {
        throw new UnsupportedOperationException();
    }

    /** Closes the class loaders of the folders. Stores must be closed before. */
    @Override
    public void close() {}

    /** Says where to look. */
    public static final class Builder {
        /** Looks into a class loader and its parents. */
        public Builder classLoader(ClassLoader loader) {
            return this;
        }

        /** Looks into a module layer and its parents. */
        public Builder moduleLayer(ModuleLayer layer) {
            return this;
        }

        /** Looks into a folder of provider JARs. */
        public Builder folder(Path folder) {
            return this;
        }

        /** Adds a provider. */
        public Builder provider(PersistenceProvider provider) {
            return this;
        }

        /** Looks. */
        public ProviderRegistry build() {
            throw new UnsupportedOperationException();
        }
    }
}
