package org.stowage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Says which stores there are and what lives where, and opens them. */
public final class StowageBuilder {

    StowageBuilder() {}

    /** Takes providers from a registry, which the caller closes after what is opened. */
    public StowageBuilder registry(ProviderRegistry registry) {
        return this;
    }

    /** Adds a store; the name {@code *} is for every entity that is not routed. */
    public StowageBuilder store(String name, String url) {
        return this;
    }

    /** Adds a store with options of its provider. */
    public StowageBuilder store(String name, String url, Map<String, String> options) {
        return this;
    }

    /** Adds stores as {@code orders=sqlite:orders.db,*=memory} lists them. */
    public StowageBuilder stores(String list) {
        return this;
    }

    /** Routes an entity or a repository, by its name, to a store. */
    public StowageBuilder route(String name, String store) {
        return this;
    }

    /** Routes an entity or a repository to a store. */
    public StowageBuilder route(Class<?> type, String store) {
        return this;
    }

    /** Reads a {@code stowage.properties}, which must be there. */
    public StowageBuilder configuration(Path file) {
        return this;
    }

    /** Takes settings as {@code stowage.properties} has them, from another source, which messages name. */
    public StowageBuilder configuration(Map<String, String> settings, String source) {
        return this;
    }

    /** Reads {@code STOWAGE_…} variables from an environment. */
    public StowageBuilder environment(Map<String, String> environment) {
        return this;
    }

    /** Sets how long to wait for other transactions; 10 seconds if it is not set. */
    public StowageBuilder patience(Duration patience) {
        return this;
    }

    /** Opens the stores. */
    public Stowage open() {
        throw new UnsupportedOperationException();
    }
}
