package org.stowage.internal.repository;

import jakarta.data.exceptions.MappingException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stowage.internal.entity.Problem;

/** A method cannot be planned; collected with those of the other methods and never seen outside. */
final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Parameter parameter;
    private final transient @Nullable Annotation annotation;

    PlanException(String problem) {
        this(problem, null, null);
    }

    private PlanException(String problem, @Nullable Parameter parameter, @Nullable Annotation annotation) {
        super(problem, null, false, false);
        this.parameter = parameter;
        this.annotation = annotation;
    }

    /** Does a part of the planning that is about one parameter. */
    static <T> T about(Parameter parameter, Supplier<T> work) {
        try {
            return work.get();
        } catch (PlanException | MappingException failure) {
            throw new PlanException(String.valueOf(failure.getMessage()), parameter, null);
        }
    }

    /** Does a part of the planning that is about one annotation of the method. */
    static <T> T about(Annotation annotation, Supplier<T> work) {
        try {
            return work.get();
        } catch (PlanException | MappingException failure) {
            throw new PlanException(String.valueOf(failure.getMessage()), null, annotation);
        }
    }

    /** Returns what is wrong with a method. */
    Problem problem(Method method, String place) {
        return new Problem(parameter == null ? method : parameter, annotation, place, String.valueOf(getMessage()));
    }
}
