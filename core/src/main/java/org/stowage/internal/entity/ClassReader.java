package org.stowage.internal.entity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads records and classes, and makes the handles to their attributes. What is wrong goes to the problems. */
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

    /**
     * Returns the layout of a class, or null if it cannot be read at all.
     *
     * @param generic the class, or one with type arguments
     */
    @Nullable ClassLayout read(Type generic) {
        Class<?> type = TypeBindings.raw(generic);
        if (type.isInterface() || type.isArray() || type.isEnum() || Modifier.isAbstract(type.getModifiers())) {
            problems.add(type, "it is no record and no class that can be instantiated");
            return null;
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            problems.add(type, "it is an inner class; make it static");
            return null;
        }
        try {
            AttributeFinder finder = new AttributeFinder(generic, problems);
            return type.isRecord() ? readRecord(type, finder) : readClass(type, finder);
        } catch (IllegalAccessException failure) {
            problems.add(type, ClosedPackage.problem(type));
            return null;
        }
    }

    private @Nullable ClassLayout readRecord(Class<?> type, AttributeFinder finder) throws IllegalAccessException {
        List<Member> members = members(type, finder);
        RecordFactory factory = RecordFactory.of(type).orElse(null);
        return factory == null ? null : new ClassLayout(type, members, factory, null);
    }

    private @Nullable ClassLayout readClass(Class<?> type, AttributeFinder finder) throws IllegalAccessException {
        Constructor<?> constructor = constructor(type);
        if (constructor == null || !finder.accessible(constructor)) {
            return null;
        }
        MethodHandle handle =
                MethodHandles.lookup().unreflectConstructor(constructor).asType(MethodType.methodType(Object.class));
        return new ClassLayout(type, members(type, finder), null, handle);
    }

    private List<Member> members(Class<?> type, AttributeFinder finder) throws IllegalAccessException {
        List<Member> members = new ArrayList<>();
        for (DeclaredAttribute attribute : finder.find()) {
            Member member = member(type, attribute);
            if (member != null) {
                members.add(member);
            }
        }
        return members;
    }

    private @Nullable Member member(Class<?> owner, DeclaredAttribute attribute) {
        NamedAnnotations annotations = attribute.annotations();
        Class<?> rawType = TypeBindings.raw(attribute.type());
        Type content = rawType == Optional.class ? content(attribute.type()) : attribute.type();
        AnnotatedElement outer = subject;
        subject = attribute.place();
        ValueCodec codec =
                codecs.codec(content, scale(annotations), owner.getSimpleName() + "." + attribute.name(), this);
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
        MethodHandle setter = attribute.setter();
        return new Member(
                attribute.name(),
                content,
                rawType,
                codec,
                !required,
                annotations,
                attribute.getter().asType(MethodType.methodType(Object.class, Object.class)),
                setter == null ? null : setter.asType(MethodType.methodType(void.class, Object.class, Object.class)));
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
            return type.getDeclaredConstructor();
        } catch (NoSuchMethodException absent) {
            problems.add(type, "it has no constructor without parameters; add one, or make it a record");
            return null;
        }
    }

    void problem(String place, String problem) {
        problems.add(Objects.requireNonNull(subject), place, problem);
    }
}
