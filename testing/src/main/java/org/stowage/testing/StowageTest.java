package org.stowage.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of the class stores of its own. They are opened and filled once for the class; each test has a branch of them, so
 * that nothing of what it writes is seen by another, also if they run at the same time, and nothing has to be cleaned up.
 *
 * <p>What a test gets, as a parameter of a method or constructor or in a field that is neither static nor final: a {@link
 * org.stowage.Stowage}, an interface with {@link jakarta.data.repository.Repository}, the {@link org.stowage.StowageBranch} of the
 * test, or the {@link org.stowage.layers.faults.FaultPlan} of its {@link Faults}. Methods for all tests of a class, such as {@code
 * @BeforeAll}, get nothing.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StowageExtension.class)
public @interface StowageTest {

    /** Returns the provider of the stores. Those of another one than memory are in a folder that is removed after the tests. */
    String provider() default "memory";

    /** Returns what names the stores and fills them. It has a constructor without parameters. */
    Class<? extends Preparation> preparation() default Preparation.None.class;

    /**
     * Returns the name of a static method of the class that fills the stores, once for all of its tests; none if it is empty. It
     * takes what a test may take, save for a branch and faults.
     */
    String prepare() default "";
}
