package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of records and classes and makes the handles to them. What is wrong goes to the problems. */
final class ClassReader {

    private static final List<String> NEVER_NULL = List.of("NonNull", "NotNull", "NotBlank", "NotEmpty");

    private final CodecFactory codecs;
    private final Problems problems;
    // The field or record component whose type is being read.
    private @Nullable AnnotatedElement subject;

    ClassReader(CodecFactory codecs, Problems problems) {
        this.codecs = codecs;
        this.problems = problems;
    }

    /** Returns the layout of a class, or null if it cannot be read at all. */
    @Nullable ClassLayout read(Class<?> type) {
        if (type.isInterface() || type.isArray() || type.isEnum() || Modifier.isAbstract(type.getModifiers())) {
            problems.add(type, "it is no record and no class that can be instantiated");
            return null;
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            problems.add(type, "it is an inner class; make it static");
            return null;
        }
        try {
            return type.isRecord() ? readRecord(type) : readClass(type);
        } catch (IllegalAccessException failure) {
            problems.add(type, ClosedPackage.problem(type));
            return null;
        }
    }

    private @Nullable ClassLayout readRecord(Class<?> type) throws IllegalAccessException {
        List<Member> members = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            Method accessor = component.getAccessor();
            if (!accessible(accessor, type)) {
                return null;
            }
            Member member = member(
                    type,
                    component,
                    component.getName(),
                    component.getType(),
                    component.getGenericType(),
                    new NamedAnnotations(List.of(component, accessor, component.getAnnotatedType())),
                    MethodHandles.lookup().unreflect(accessor),
                    null);
            if (member != null) {
                members.add(member);
            }
        }
        RecordFactory factory = RecordFactory.of(type).orElse(null);
        return factory == null ? null : new ClassLayout(type, members, factory, null);
    }

    private @Nullable ClassLayout readClass(Class<?> type) throws IllegalAccessException {
        Constructor<?> constructor = constructor(type);
        if (constructor == null) {
            return null;
        }
        boolean markedAlone = new NamedAnnotations(List.of(type)).ofNoSqlAlone();
        List<Member> members = new ArrayList<>();
        for (Field field : fields(type)) {
            NamedAnnotations annotations = new NamedAnnotations(places(field));
            if (annotations.has("Transient") || (markedAlone && !annotations.any())) {
                continue;
            }
            if (!accessible(field, type)) {
                return null;
            }
            Member member = member(
                    type,
                    field,
                    field.getName(),
                    field.getType(),
                    field.getGenericType(),
                    annotations,
                    MethodHandles.lookup().unreflectGetter(field),
                    MethodHandles.lookup()
                            .unreflectSetter(field)
                            .asType(MethodType.methodType(void.class, Object.class, Object.class)));
            if (member != null) {
                members.add(member);
            }
        }
        MethodHandle handle =
                MethodHandles.lookup().unreflectConstructor(constructor).asType(MethodType.methodType(Object.class));
        return new ClassLayout(type, members, null, handle);
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

    private @Nullable Member member(
            Class<?> owner,
            AnnotatedElement declared,
            String name,
            Class<?> rawType,
            Type genericType,
            NamedAnnotations annotations,
            MethodHandle getter,
            @Nullable MethodHandle setter) {
        Type content = rawType == Optional.class ? content(genericType) : genericType;
        AnnotatedElement outer = subject;
        subject = declared;
        ValueCodec codec = codecs.codec(content, scale(annotations), owner.getSimpleName() + "." + name, this);
        subject = outer;
        if (codec == null) {
            return null;
        }
        boolean required = rawType.isPrimitive()
                || annotations.has("Id")
                || annotations.has("EmbeddedId")
                || annotations.has("Version")
                || annotations.has("Required")
                || NEVER_NULL.stream().anyMatch(annotations::hasAnywhere)
                || !annotations.element("Column", "nullable", Boolean.class).orElse(true)
                || !annotations.element("Basic", "optional", Boolean.class).orElse(true);
        return new Member(
                name,
                content,
                rawType,
                codec,
                !required,
                annotations,
                getter.asType(MethodType.methodType(Object.class, Object.class)),
                setter);
    }

    private static Type content(Type optional) {
        return optional instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : optional;
    }

    private static Optional<Integer> scale(NamedAnnotations annotations) {
        Optional<Integer> own = annotations.element("Scale", "value", Integer.class);
        return own.isPresent()
                ? own
                : annotations.element("Column", "scale", Integer.class).filter(scale -> scale > 0);
    }

    private @Nullable Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            return accessible(constructor, type) ? constructor : null;
        } catch (NoSuchMethodException absent) {
            problems.add(type, "it has no constructor without parameters; add one, or make it a record");
            return null;
        }
    }

    private boolean accessible(AccessibleObject object, Class<?> type) {
        if (object.trySetAccessible()) {
            return true;
        }
        problems.add(type, ClosedPackage.problem(type));
        return false;
    }

    void problem(String place, String problem) {
        problems.add(Objects.requireNonNull(subject), place, problem);
    }
}
