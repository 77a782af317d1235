package org.stowage.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stowage.certificate.OptOut;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.StoreConfig;

/**
 * What the kit must know of a provider in order to test it. An implementation has a public no-argument constructor, because some
 * tests make one in a process of their own.
 */
public interface ProviderHarness {

    /** Returns the provider. */
    PersistenceProvider provider();

    /**
     * Returns where a store within a folder is; the same place for the same folder, so that a store can be opened again.
     *
     * @param folder a folder of the test's own, which exists
     * @return the location in the provider's notation, or empty if it takes none
     */
    Optional<String> location(Path folder);

    /** Returns the options that a store is opened with; none if this is not overridden. */
    default Map<String, String> options() {
        return Map.of();
    }

    /**
     * Returns other sets of options, with which a store gives the same answers: when it flushes, how much it keeps in memory. The random
     * sequences run with all of them; none if this is not overridden.
     */
    default List<Map<String, String>> otherOptions() {
        return List.of();
    }

    /** Returns what the provider does itself beyond what it must; nothing if this is not overridden. The kit holds it to exactly that. */
    default Set<Ability> abilities() {
        return Set.of();
    }

    /**
     * Returns a new, empty medium that can lose power and fail, with a store of the provider on it; empty if the provider has no layer
     * under it that could be exchanged, as it is if this is not overridden.
     */
    default Optional<SimulatedMedium> medium() {
        return Optional.empty();
    }

    /**
     * Returns the rules that the provider does not keep, each with the reason; none if this is not overridden. Their tests are skipped, and
     * every report and certificate says so. What the same answers hang on cannot be left out: the rules about values as a whole and about
     * queries, and those that keep errors from being taken for success.
     */
    default List<OptOut> optOuts() {
        return List.of();
    }

    /** Opens the store within a folder, and creates it if it is not there. The caller closes it. */
    default Store open(Path folder) {
        PersistenceProvider provider = provider();
        return provider.open(StoreConfig.of("conformance", location(folder).orElse(null), true, provider, options()));
    }
}
