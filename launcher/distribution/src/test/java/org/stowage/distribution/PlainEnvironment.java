package org.stowage.distribution;

/** The environment of a process without what whoever runs the build has set for Stowage and for Java. */
final class PlainEnvironment {

    private PlainEnvironment() {}

    /** Takes these variables from a process that is about to start. */
    static ProcessBuilder of(ProcessBuilder process) {
        process.environment()
                .keySet()
                .removeIf(name -> name.startsWith("STOWAGE_")
                        || name.endsWith("JAVA_OPTIONS")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        return process;
    }
}
