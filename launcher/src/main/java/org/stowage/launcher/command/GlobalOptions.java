package org.stowage.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Say which store is used and why, and show the stack trace of an error.")
    private boolean debug;

    List<Path> providers() {
        return providers;
    }

    boolean debug() {
        return debug;
    }
}
