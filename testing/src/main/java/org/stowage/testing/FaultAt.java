package org.stowage.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.stowage.layers.faults.Effect;
import org.stowage.layers.faults.Operation;

/** An operation that fails, in {@link Faults}. */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface FaultAt {

    /** Returns the kinds of operations. */
    Operation[] value();

    /** Returns what goes wrong. */
    Effect effect() default Effect.FAIL;

    /** Returns the entity that the operation must be about, or nothing for any. */
    String entity() default "";

    /** Returns which of the operations that fit fails, from 1, or 0 for each of them. */
    long nth() default 0;

    /** Returns which share of them fails, such as {@code 5%}. */
    String share() default "100%";

    /** Returns how long a {@link Effect#DELAY} takes, in milliseconds. */
    long delayMillis() default 0;
}
