package org.stowage.internal.entity;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with an entity or a repository.
 *
 * @param subject what it is wrong with: a class, an attribute's field or record component, a method, or a parameter
 * @param annotation the annotation of it that is wrong, or null if none in particular is
 * @param place the subject in words
 * @param text what is wrong with it
 */
public record Problem(AnnotatedElement subject, @Nullable Annotation annotation, String place, String text) {

    /** Returns the place and the text. */
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
