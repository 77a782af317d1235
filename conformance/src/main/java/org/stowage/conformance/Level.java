package org.stowage.conformance;

import java.util.List;
import java.util.Locale;

/** How much of the kit is run. */
public enum Level {
    /** The core of the contract in a few seconds: what needs no chance, no threads beside each other, and no crash. For every day. */
    BASIC,
    /** Everything, and for a provider that says its stores last, killed processes and power cuts too. What a certificate needs. */
    FULL;

    List<String> withoutTags() {
        return switch (this) {
            case BASIC -> List.of("random", "concurrent", "crash");
            case FULL -> List.of();
        };
    }

    /** Returns it as the command line writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
