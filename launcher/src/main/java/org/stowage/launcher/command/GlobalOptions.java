package org.stowage.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stowage.layers.verify.Share;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What may be said to every command. */
public final class GlobalOptions {

    @Option(
            names = "--providers",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Look for providers in this folder as well; may be repeated.")
    private List<Path> providers = new ArrayList<>();

    @Option(
            names = "--prefer",
            paramLabel = "NAME=PLACE",
            scope = ScopeType.INHERIT,
            description = "Take the provider of this name from this JAR or folder, where several have the name; may be "
                    + "repeated.")
    private Map<String, String> preferred = new LinkedHashMap<>();

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Say which store is used and why, and show the stack trace of an error.")
    private boolean debug;

    @Option(
            names = "--verify",
            paramLabel = "SHARE",
            scope = ScopeType.INHERIT,
            description = "Compare this share of all answers, such as 1%%, with a look at every row; wrong ones are "
                    + "reported, and the status is 1.")
    private @Nullable String verify;

    /** Returns which share of answers is compared, or null if it is not said. */
    @Nullable Share verify() {
        return verify == null ? null : Share.parse(verify);
    }

    @Option(
            names = "--require",
            paramLabel = "POLICY",
            scope = ScopeType.INHERIT,
            description = "'certified': use no provider without a certificate that holds; 'nothing' undoes what the "
                    + "environment or stowage.properties says.")
    private @Nullable String require;

    /** Returns what is required of providers, or null if it is not said. */
    @Nullable String require() {
        return require;
    }

    List<Path> providers() {
        return providers;
    }

    Map<String, String> preferred() {
        return preferred;
    }

    boolean debug() {
        return debug;
    }
}
