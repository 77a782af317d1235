package org.stowage.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a class or an interface, so that all of it is told at once. */
public final class Problems {

    private final String subject;
    private final List<String> found = new ArrayList<>();

    /** Starts with none. */
    public Problems(String subject) {
        this.subject = subject;
    }

    /** Notes a problem. */
    public void add(String place, String problem) {
        String text = place + ": " + problem;
        if (!found.contains(text)) {
            found.add(text);
        }
    }

    /** Notes the problems of another subject. */
    public void addAll(Problems other) {
        other.found.stream().filter(problem -> !found.contains(problem)).forEach(found::add);
    }

    /** Returns whether there are any. */
    public boolean any() {
        return !found.isEmpty();
    }

    /**
     * Throws if there are any.
     *
     * @throws MappingException with all of them
     */
    public void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        if (found.size() == 1) {
            throw new MappingException(subject + " cannot be used: " + found.get(0));
        }
        throw new MappingException(
                subject + " cannot be used, for " + found.size() + " reasons:\n  " + String.join("\n  ", found));
    }
}
