package org.stowage.internal.jdql;

import java.util.List;
import org.stowage.spi.value.ValueType;

/** Which enums an application has for the enumerations of an entity, so that the qualified name of a constant can be checked. */
@FunctionalInterface
public interface EnumClasses {

    /** Knows none, so every qualifier is taken. */
    EnumClasses UNKNOWN = type -> List.of();

    /** Returns the enums whose constants the enumeration has; empty if that is not known. */
    List<Class<?>> of(ValueType.Enumeration type);
}
