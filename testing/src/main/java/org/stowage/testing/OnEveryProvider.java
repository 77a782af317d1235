package org.stowage.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a {@link StowageTest} class once on each provider that is on the class path or module path, by the provider's
 * name; on a method, in place of {@code @Test}, that one test. What a test writes goes to the provider itself: its stores are opened
 * and filled anew for each test, and removed after it.
 *
 * <p>The configuration parameter {@code stowage.testing.providers} of JUnit, also as a system property, chooses among them: {@code
 * memory,sqlite}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@TestTemplate
@ExtendWith(EveryProviderExtension.class)
public @interface OnEveryProvider {}
