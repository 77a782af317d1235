package org.stowage.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Writes types as class files have them, and remembers which were named. What is not there (yet) is written as {@code Object}. */
final class TypeCode {

    private static final String OBJECT = "Ljava/lang/Object;";

    private final Elements elements;
    private final Types types;
    private final Map<String, TypeElement> named = new HashMap<>();
    private boolean unresolved;

    TypeCode(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
    }

    /** Returns whether something was named that is not there. */
    boolean unresolved() {
        return unresolved;
    }

    void noteUnresolved() {
        unresolved = true;
    }

    /** Returns the type of a binary name, if it was named before or if it can be found, or else null. */
    @Nullable TypeElement named(String binaryName) {
        TypeElement known = named.get(binaryName);
        return known == null ? elements.getTypeElement(binaryName) : known;
    }

    String binaryName(TypeElement type) {
        String name = elements.getBinaryName(type).toString();
        named.put(name, type);
        return name;
    }

    String internalName(TypeElement type) {
        return binaryName(type).replace('.', '/');
    }

    /** Returns the name of the class that a type is, {@code java/lang/Object} if it is none. */
    String internalName(TypeMirror type) {
        String descriptor = descriptor(type);
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : "java/lang/Object";
    }

    String descriptor(ExecutableElement method) {
        return method.getParameters().stream()
                        .map(parameter -> descriptor(parameter.asType()))
                        .collect(Collectors.joining("", "(", ")"))
                + descriptor(method.getReturnType());
    }

    String descriptor(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
            case DECLARED -> "L" + internalName((TypeElement) ((DeclaredType) erased).asElement()) + ";";
            default -> simple(erased.getKind());
        };
    }

    private String simple(TypeKind kind) {
        return switch (kind) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case INT -> "I";
            case LONG -> "J";
            case CHAR -> "C";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            default -> {
                noteUnresolved();
                yield OBJECT;
            }
        };
    }

    String signature(TypeElement type, TypeMirror superclass) {
        return formal(type.getTypeParameters())
                + signature(superclass)
                + type.getInterfaces().stream().map(this::signature).collect(Collectors.joining());
    }

    String signature(ExecutableElement method) {
        return formal(method.getTypeParameters())
                + method.getParameters().stream()
                        .map(parameter -> signature(parameter.asType()))
                        .collect(Collectors.joining("", "(", ")"))
                + signature(method.getReturnType());
    }

    private String formal(List<? extends TypeParameterElement> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream().map(this::formal).collect(Collectors.joining("", "<", ">"));
    }

    private String formal(TypeParameterElement parameter) {
        return parameter.getSimpleName()
                + parameter.getBounds().stream().map(this::bound).collect(Collectors.joining());
    }

    private String bound(TypeMirror bound) {
        boolean ofInterface = bound.getKind() == TypeKind.DECLARED
                && ((DeclaredType) bound).asElement().getKind().isInterface();
        return (ofInterface ? "::" : ":") + signature(bound);
    }

    String signature(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> "[" + signature(((ArrayType) type).getComponentType());
            case TYPEVAR -> "T" + ((TypeVariable) type).asElement().getSimpleName() + ";";
            case WILDCARD -> wildcard((WildcardType) type);
            case INTERSECTION -> signature(((IntersectionType) type).getBounds().get(0));
            case DECLARED -> declared((DeclaredType) type) + ";";
            default -> simple(type.getKind());
        };
    }

    private String wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return "+" + signature(type.getExtendsBound());
        }
        return type.getSuperBound() == null ? "*" : "-" + signature(type.getSuperBound());
    }

    private String declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String arguments = type.getTypeArguments().isEmpty()
                ? ""
                : type.getTypeArguments().stream().map(this::signature).collect(Collectors.joining("", "<", ">"));
        // An inner class of a generic one is named by way of it.
        boolean inner = type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty();
        binaryName(element);
        return inner
                ? declared((DeclaredType) type.getEnclosingType()) + "." + element.getSimpleName() + arguments
                : "L" + internalName(element) + arguments;
    }
}
