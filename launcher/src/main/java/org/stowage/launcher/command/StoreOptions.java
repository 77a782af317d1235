package org.stowage.launcher.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.launcher.store.StoreRequest;
import picocli.CommandLine.Option;

/** Which store a command works on. */
final class StoreOptions {

    @Option(names = "--provider", paramLabel = "NAME", description = "The provider; see 'stowage providers'.")
    private @Nullable String provider;

    @Option(
            names = "--at",
            paramLabel = "LOCATION",
            description = "Where the data is: a file or folder, as the provider has it.")
    private @Nullable String location;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "An option of the provider; may be repeated. See 'stowage describe PROVIDER'.")
    private Map<String, String> options = new LinkedHashMap<>();

    /** Returns what was said. */
    StoreRequest request() {
        return new StoreRequest(provider, location, options);
    }

    /** Returns whether something was said about a store. */
    boolean given() {
        return provider != null || location != null || !options.isEmpty();
    }
}
