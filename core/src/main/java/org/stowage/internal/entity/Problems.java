package org.stowage.internal.entity;

import jakarta.data.exceptions.MappingException;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with a class or an interface, so that all of it is told at once. */
public final class Problems {

    private final String subject;
    private final List<Problem> found = new ArrayList<>();

    /** Starts with none. */
    public Problems(String subject) {
        this.subject = subject;
    }

    /** Notes a problem of a class. */
    public void add(Class<?> type, String problem) {
        add(type, type.getName(), problem);
    }

    /** Notes a problem. */
    public void add(AnnotatedElement about, String place, String problem) {
        add(new Problem(about, null, place, problem));
    }

    /** Notes the problems of another subject. */
    public void addAll(Problems other) {
        other.found.forEach(this::add);
    }

    /** Notes a problem. */
    public void add(Problem problem) {
        // The same words again would tell nothing new.
        if (found.stream().noneMatch(known -> known.toString().equals(problem.toString()))) {
            found.add(problem);
        }
    }

    /** Returns whether there are any. */
    public boolean any() {
        return !found.isEmpty();
    }

    /** Returns all of them, in the order in which they were found. */
    public List<Problem> found() {
        return List.copyOf(found);
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
        throw new MappingException(subject + " cannot be used, for " + found.size() + " reasons:\n  "
                + found.stream().map(Problem::toString).collect(Collectors.joining("\n  ")));
    }
}
