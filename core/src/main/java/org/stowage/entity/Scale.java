package org.stowage.entity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares how many digits a {@code BigDecimal} has after the point. Values that would need rounding are refused; reading restores the digits. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Scale {

    /** How many digits, from 0 to 100. */
    int value();
}
