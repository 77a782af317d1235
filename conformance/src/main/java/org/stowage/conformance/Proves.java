package org.stowage.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which rules of the semantic contract a test proves. When it fails, they are what is broken, and its message names them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Proves {

    /** Returns the rules. */
    Rule[] value();
}
