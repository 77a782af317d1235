package org.stowage.conformance;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often something random or costly is tried. A system property changes it for the whole process; who tries less says so. */
enum TrialSize {
    SEQUENCES("sequences", 50),
    QUERIES("queries", 1_000),
    PAIRS("pairs", 10_000),
    TRANSACTIONS("transactions", 1_000),
    INTERRUPTS("interrupts", 60),
    KILLS("crash.rounds", 10),
    POWER_CUTS("power-cuts", 1_000),
    SIMULATED_POWER_CUTS("power-cuts", 100),
    FAILING_TRANSACTIONS("failing.transactions", 2),
    FAULT_TRANSACTIONS("fault.transactions", 12);

    private final String name;
    private final int usual;
    private final int size;

    TrialSize(String name, int usual) {
        this.name = name;
        this.usual = usual;
        this.size = Integer.getInteger("stowage." + name, usual);
    }

    /** Returns how often it is tried in this process. */
    int size() {
        return size;
    }

    /** Returns what is tried less often than usual, as in {@code queries 50, sequences 10}; empty if nothing is. */
    static String fewer() {
        return Stream.of(values())
                .filter(trial -> trial.size < trial.usual)
                .map(trial -> trial.name + " " + trial.size)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
