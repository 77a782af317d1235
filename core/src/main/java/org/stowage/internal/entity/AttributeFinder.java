package org.stowage.internal.entity;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the attributes that a class declares: the components of a record, the fields of a class, or its accessors if it wants to be
 * stored through them. What is wrong goes to the problems.
 */
final class AttributeFinder {

    private final Class<?> type;
    private final TypeBindings types;
    private final Problems problems;

    /**
     * Starts with a class.
     *
     * @param type the class, or one with type arguments
     */
    AttributeFinder(Type type, Problems problems) {
        this.type = TypeBindings.raw(type);
        this.types = TypeBindings.of(type);
        this.problems = problems;
    }

    List<DeclaredAttribute> find() throws IllegalAccessException {
        if (type.isRecord()) {
            return components();
        }
        return Accessors.preferredBy(type) ? accessors() : fields();
    }

    private List<DeclaredAttribute> components() throws IllegalAccessException {
        List<DeclaredAttribute> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            if (accessible(accessor)) {
                found.add(new DeclaredAttribute(
                        component,
                        component.getName(),
                        types.resolve(component.getGenericType()),
                        new NamedAnnotations(List.of(component, accessor, component.getAnnotatedType())),
                        MethodHandles.lookup().unreflect(accessor),
                        null));
            }
        }
        return found;
    }

    private List<DeclaredAttribute> fields() throws IllegalAccessException {
        boolean markedAlone = new NamedAnnotations(List.of(type)).ofNoSqlAlone();
        List<DeclaredAttribute> found = new ArrayList<>();
        for (Field field : fields(type)) {
            NamedAnnotations annotations = new NamedAnnotations(places(field));
            if (annotations.has("Transient") || (markedAlone && !annotations.any())) {
                continue;
            }
            if (Modifier.isFinal(field.getModifiers())) {
                problems.add(
                        field,
                        type.getSimpleName() + "." + field.getName(),
                        "it is final, so it cannot be filled in when an entity is read; make it not final or transient,"
                                + " or the class a record");
            } else if (accessible(field)) {
                found.add(new DeclaredAttribute(
                        field,
                        field.getName(),
                        types.resolve(field.getGenericType()),
                        annotations,
                        MethodHandles.lookup().unreflectGetter(field),
                        MethodHandles.lookup().unreflectSetter(field)));
            }
        }
        return found;
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent != Object.class) {
            fields.addAll(fields(parent));
        }
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.isSynthetic())
                .forEach(fields::add);
        return fields;
    }

    // What a field is may also be said at its accessor.
    private static List<AnnotatedElement> places(Field field) {
        String name = field.getName();
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        List<AnnotatedElement> places = new ArrayList<>(List.of(field, field.getAnnotatedType()));
        for (String accessor : List.of(name, "get" + capital, "is" + capital)) {
            try {
                places.add(field.getDeclaringClass().getDeclaredMethod(accessor));
            } catch (NoSuchMethodException absent) {
                // Most fields have one accessor at most.
            }
        }
        return places;
    }

    private List<DeclaredAttribute> accessors() throws IllegalAccessException {
        List<DeclaredAttribute> found = new ArrayList<>();
        for (Accessors accessors : Accessors.of(type)) {
            Method getter = accessors.getter();
            NamedAnnotations annotations = new NamedAnnotations(List.of(getter, getter.getAnnotatedReturnType()));
            if (annotations.has("Transient")) {
                continue;
            }
            Method setter = accessors.setter();
            if (setter == null) {
                problems.add(
                        getter,
                        type.getSimpleName() + "." + accessors.name(),
                        "it has a getter and no setter; add one, or mark the getter @Transient");
            } else if (accessible(getter) && accessible(setter)) {
                found.add(new DeclaredAttribute(
                        getter,
                        accessors.name(),
                        types.resolve(getter.getGenericReturnType()),
                        annotations,
                        MethodHandles.lookup().unreflect(getter),
                        MethodHandles.lookup().unreflect(setter)));
            }
        }
        return found;
    }

    /** Returns whether something can be used, and notes the problem if not. */
    boolean accessible(AccessibleObject object) {
        if (object.trySetAccessible()) {
            return true;
        }
        problems.add(type, ClosedPackage.problem(type));
        return false;
    }
}
