package org.stowage.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.stowage.CheckTime;
import org.stowage.ProviderRegistry;
import org.stowage.RegisteredProvider;
import org.stowage.Stowage;
import org.stowage.spi.Capabilities;

/**
 * What one run of the TCK is about.
 *
 * @param providers where the provider was found
 * @param provider whose stores are used
 * @param pushDown whether the provider may help with queries
 * @param folder where stores may be made
 * @param excuses what the repositories did not do
 */
record TckSubject(
        ProviderRegistry providers, RegisteredProvider provider, boolean pushDown, Path folder, Excuses excuses) {

    /** Opens a new and empty store for everything. */
    Stowage open() {
        return Stowage.builder()
                .registry(providers)
                .store("*", url(), Map.of("push-down", Boolean.toString(pushDown)))
                .checkRepositories(CheckTime.WHEN_CALLED)
                .open();
    }

    private String url() {
        // A store that nobody else can find has no place either.
        boolean placed = provider.info().capabilities().sharing() != Capabilities.Sharing.PRIVATE;
        try {
            return provider.name()
                    + (placed ? ":" + Files.createTempDirectory(folder, "tck").resolve("store") : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the subject for people. */
    @Override
    public String toString() {
        return provider.name() + ", push-down " + (pushDown ? "on" : "off");
    }
}
