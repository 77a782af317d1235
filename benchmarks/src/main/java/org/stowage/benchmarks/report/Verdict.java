package org.stowage.benchmarks.report;

/** What became of a target. */
public enum Verdict {
    /** It is reached. */
    MET("met"),
    /** No difference was to be had, and there is none beyond what the machine adds by itself. */
    LEVEL("met: no difference beyond the spread"),
    /** It is missed by less than the machine adds by itself. */
    WITHIN_THE_SPREAD("missed by less than the spread"),
    /** It is missed. */
    NOT_MET("not met");

    private final String title;

    Verdict(String title) {
        this.title = title;
    }

    /** Returns what it is called in tables. */
    public String title() {
        return title;
    }
}
