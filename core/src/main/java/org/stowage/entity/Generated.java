package org.stowage.entity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an id that is made when an entity is inserted or saved without one: null, or 0 for a primitive number. A UUID, or a text that
 * holds one, is ordered by time; a whole number is greater than any that the entity ever had.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Generated {}
