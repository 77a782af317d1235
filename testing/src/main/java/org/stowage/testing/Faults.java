package org.stowage.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the stores of a test fail, or of all tests of a class; those of a method count in place of those of its class. Filling them
 * never fails.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Faults {

    /** Returns what fails; the first that fits an operation counts. */
    FaultAt[] value();

    /**
     * Returns what chance begins with; 0 for another one each time, which is reported and can be set by the system property {@code
     * stowage.seed}.
     */
    long seed() default 0;
}
