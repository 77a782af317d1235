package org.stowage.certificate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.RegisteredProvider;

/**
 * What the conformance kit is to test, and how.
 *
 * @param provider the provider
 * @param folders the folders of providers in which other processes find it, too
 * @param classPath what the kit and Stowage itself are loaded from in other processes
 * @param location where a store is, in the provider's notation, with {@code {folder}} for a folder of each test's own; or null if the kit
 *     is to find that out
 * @param options the options that stores are opened with
 * @param level how much of the kit is run, or null for all of it
 * @param seed where random choices begin, or null if chance says it
 * @param timeLimit how long a test may take, or null for what the kit thinks right
 * @param optOuts the rules that are left out
 */
public record KitRequest(
        RegisteredProvider provider,
        List<Path> folders,
        String classPath,
        @Nullable String location,
        Map<String, String> options,
        @Nullable String level,
        @Nullable Long seed,
        @Nullable Duration timeLimit,
        List<OptOut> optOuts) {

    /** What stands for a folder of a test's own. */
    public static final String FOLDER = "{folder}";

    /** Creates the request with copies of what it is given. */
    public KitRequest {
        folders = List.copyOf(folders);
        options = Map.copyOf(options);
        optOuts = List.copyOf(optOuts);
    }
}
