package org.stowage.processor;

import jakarta.data.repository.Repository;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Classes made of what is being compiled and of what it is compiled against, each when it is asked for. The JDK and Jakarta Data are the
 * real ones, as core compares them with its own. Good for one look at one type: what is found missing by then may be there in a later
 * round. Not for several threads.
 */
final class Stubs extends ClassLoader {

    private final TypeCode types;
    private final StubCode code;
    private final Map<String, ExecutableElement> methods = new HashMap<>();

    Stubs(ProcessingEnvironment environment) {
        super("stowage-stubs", getPlatformClassLoader());
        this.types = new TypeCode(environment);
        this.code = new StubCode(environment, types, methods::put);
    }

    /** Returns the class of a type, which the compiler knows. */
    Class<?> of(TypeElement type) {
        return of(types.binaryName(type));
    }

    /** Returns the class of a type without its type arguments. */
    Class<?> of(TypeMirror type) {
        String descriptor = types.descriptor(type);
        return of(
                descriptor.startsWith("[")
                        ? descriptor.replace('/', '.')
                        : Type.getType(descriptor).getClassName());
    }

    private Class<?> of(String name) {
        try {
            return Class.forName(name, false, this);
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("the compiler does not find " + name, absent);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("jakarta.data.")) {
            return Class.forName(name, false, Repository.class.getClassLoader());
        }
        TypeElement type = types.named(name);
        if (type == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes = code.write(type);
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Returns whether something that a class needs is not there (yet), so that what is found may be wrong. */
    boolean unresolved() {
        return types.unresolved();
    }

    /** Returns what a class, a method, or an attribute was made of, if it was made here. */
    Optional<Element> origin(AnnotatedElement subject) {
        return Optional.ofNullable(
                switch (subject) {
                    case Class<?> type -> types.named(type.getName());
                    case Method method ->
                        methods.get(method.getDeclaringClass().getName() + "." + method.getName()
                                + Type.getMethodDescriptor(method));
                    case Parameter parameter -> parameter(parameter);
                    case Field field ->
                        member(field.getName(), ElementFilter.fieldsIn(enclosed(field.getDeclaringClass())));
                    case RecordComponent component ->
                        member(
                                component.getName(),
                                ElementFilter.recordComponentsIn(enclosed(component.getDeclaringRecord())));
                    default -> null;
                });
    }

    private @Nullable Element parameter(Parameter parameter) {
        int index = Arrays.asList(parameter.getDeclaringExecutable().getParameters())
                .indexOf(parameter);
        return origin(parameter.getDeclaringExecutable())
                .map(method -> ((ExecutableElement) method).getParameters().get(index))
                .orElse(null);
    }

    private List<? extends Element> enclosed(Class<?> type) {
        TypeElement element = types.named(type.getName());
        return element == null ? List.of() : element.getEnclosedElements();
    }

    private static @Nullable Element member(String name, List<? extends Element> members) {
        return members.stream()
                .filter(each -> each.getSimpleName().contentEquals(name))
                .findFirst()
                .orElse(null);
    }
}
