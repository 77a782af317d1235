package org.stowage.distribution;

import java.util.concurrent.TimeUnit;

/** Processes without what whoever runs the build has set for Stowage and for Java, and with as much time as they need. */
final class PlainProcess {

    /** More than the whole build takes: it ends what hangs, and nothing else. */
    private static final long MINUTES = 10;

    private PlainProcess() {}

    /** Takes these variables from a process that is about to start. */
    static ProcessBuilder of(ProcessBuilder process) {
        process.environment()
                .keySet()
                .removeIf(name -> name.startsWith("STOWAGE_")
                        || name.endsWith("JAVA_OPTIONS")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        return process;
    }

    /** Waits for a process, and returns whether it has ended and does not hang. */
    static boolean ends(Process process) throws InterruptedException {
        return process.waitFor(MINUTES, TimeUnit.MINUTES);
    }
}
