package org.stowage.internal.entity;

import java.lang.reflect.AnnotatedElement;

/**
 * Something that is wrong with an entity or a repository.
 *
 * @param subject what it is wrong with: a class, an attribute's field or record component, or a method
 * @param place the subject in words
 * @param text what is wrong with it
 */
public record Problem(AnnotatedElement subject, String place, String text) {

    /** Returns the place and the text. */
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
