package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as a class declares it, before it is known how it is stored.
 *
 * @param place what declares it: a record component, a field or a getter
 * @param name its name
 * @param type its type, without type variables
 * @param annotations what is said of it, wherever that stands
 * @param getter takes the object, gives the value
 * @param setter takes the object and the value; null in a record
 */
record DeclaredAttribute(
        AnnotatedElement place,
        String name,
        Type type,
        NamedAnnotations annotations,
        MethodHandle getter,
        @Nullable MethodHandle setter) {}
