package org.stowage.processor;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypeReference;

/**
 * Writes the class file of a type that is being compiled as reflection is to see it: its members, their generic types, names and
 * annotations, and enum constants that work. No method has a body but one that throws.
 */
final class StubCode {

    private static final String OBJECT = "java/lang/Object";

    private final Elements elements;
    private final TypeCode types;
    private final AnnotationCode annotations;
    private final BiConsumer<String, ExecutableElement> written;

    /**
     * Creates the writer.
     *
     * @param written is told the name and descriptor of each method that is written, as in {@code p.T.name(I)V}
     */
    StubCode(ProcessingEnvironment environment, TypeCode types, BiConsumer<String, ExecutableElement> written) {
        this.elements = environment.getElementUtils();
        this.types = types;
        this.annotations = new AnnotationCode(types);
        this.written = written;
    }

    byte[] write(TypeElement type) {
        ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        boolean noClass = type.getKind().isInterface();
        TypeMirror parent = type.getSuperclass();
        String superclass = parent.getKind() == TypeKind.NONE ? OBJECT : types.internalName(parent);
        String signature = types.signature(
                type, noClass ? elements.getTypeElement("java.lang.Object").asType() : parent);
        code.visit(
                V21,
                access(type) | (noClass ? 0 : ACC_SUPER),
                types.internalName(type),
                signature,
                superclass,
                type.getInterfaces().stream().map(types::internalName).toArray(String[]::new));
        annotations.write(type.getAnnotationMirrors(), code::visitAnnotation);
        nesting(type, code);
        for (RecordComponentElement component : type.getRecordComponents()) {
            component(component, code);
        }
        boolean enumeration = type.getKind() == ElementKind.ENUM;
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            // A constant would be without its value.
            if (field.getKind() == ElementKind.ENUM_CONSTANT
                    || !field.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) {
                field(field, code);
            }
        }
        if (enumeration) {
            new EnumCode(types.internalName(type), constants(type)).write(code);
        } else {
            ElementFilter.constructorsIn(type.getEnclosedElements()).forEach(each -> method(type, each, code));
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (!enumeration || !method.getModifiers().contains(Modifier.STATIC)) {
                method(type, method, code);
            }
        }
        if (type.getKind() == ElementKind.INTERFACE) {
            bridges(type, code);
        }
        code.visitEnd();
        return code.toByteArray();
    }

    private static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString())
                .toList();
    }

    private static int access(TypeElement type) {
        int access = access((Element) type) & ~(ACC_STATIC | ACC_PRIVATE | ACC_PROTECTED | ACC_STRICT);
        if (type.getModifiers().contains(Modifier.PROTECTED)) {
            access |= ACC_PUBLIC;
        }
        return access | kind(type);
    }

    private static int kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> ACC_INTERFACE | ACC_ABSTRACT;
            case ANNOTATION_TYPE -> ACC_INTERFACE | ACC_ABSTRACT | ACC_ANNOTATION;
            case ENUM -> ACC_ENUM;
            case RECORD -> ACC_RECORD;
            default -> 0;
        };
    }

    private static int access(Element element) {
        int access = 0;
        for (Modifier modifier : element.getModifiers()) {
            access |= switch (modifier) {
                case PUBLIC -> ACC_PUBLIC;
                case PROTECTED -> ACC_PROTECTED;
                case PRIVATE -> ACC_PRIVATE;
                // Constants with bodies of their own are left out, so that the enumeration itself can be made.
                case ABSTRACT -> element.getKind() == ElementKind.ENUM ? 0 : ACC_ABSTRACT;
                case STATIC -> ACC_STATIC;
                case FINAL -> ACC_FINAL;
                case TRANSIENT -> ACC_TRANSIENT;
                case VOLATILE -> ACC_VOLATILE;
                default -> 0;
            };
        }
        return access;
    }

    /** Says in which classes it is, and which are in it: reflection believes it only if both say so. */
    private void nesting(TypeElement type, ClassWriter code) {
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(each -> nested(each, type, code));
        for (TypeElement each = type; each.getEnclosingElement() instanceof TypeElement outer; each = outer) {
            nested(each, outer, code);
        }
    }

    private void nested(TypeElement inner, TypeElement outer, ClassWriter code) {
        code.visitInnerClass(
                types.internalName(inner),
                types.internalName(outer),
                inner.getSimpleName().toString(),
                (access((Element) inner) | kind(inner)) & ~ACC_RECORD);
    }

    private void component(RecordComponentElement component, ClassWriter code) {
        TypeMirror type = component.asType();
        RecordComponentVisitor visitor = code.visitRecordComponent(
                component.getSimpleName().toString(), types.descriptor(type), types.signature(type));
        annotations.write(component.getAnnotationMirrors(), visitor::visitAnnotation);
        annotations.write(ofType(component, type), (descriptor, visible) -> onType(visitor, descriptor));
        visitor.visitEnd();
    }

    private void field(VariableElement field, ClassWriter code) {
        TypeMirror type = field.asType();
        int access = access(field) | (field.getKind() == ElementKind.ENUM_CONSTANT ? ACC_ENUM : 0);
        FieldVisitor visitor = code.visitField(
                access, field.getSimpleName().toString(), types.descriptor(type), types.signature(type), null);
        annotations.write(field.getAnnotationMirrors(), visitor::visitAnnotation);
        annotations.write(
                ofType(field, type),
                (descriptor, visible) -> visitor.visitTypeAnnotation(reference(), null, descriptor, visible));
        visitor.visitEnd();
    }

    private static AnnotationVisitor onType(RecordComponentVisitor visitor, String descriptor) {
        return visitor.visitTypeAnnotation(reference(), null, descriptor, true);
    }

    private static int reference() {
        return TypeReference.newTypeReference(TypeReference.FIELD).getValue();
    }

    /** Returns the annotations of a type that are not also those of the element. */
    private static List<? extends AnnotationMirror> ofType(Element element, TypeMirror type) {
        Set<String> own = new HashSet<>();
        element.getAnnotationMirrors()
                .forEach(each -> own.add(each.getAnnotationType().toString()));
        return type.getAnnotationMirrors().stream()
                .filter(each -> !own.contains(each.getAnnotationType().toString()))
                .toList();
    }

    private void method(TypeElement type, ExecutableElement method, ClassWriter code) {
        int access = access(method) | (method.isVarArgs() ? ACC_VARARGS : 0);
        method(type, method, types.descriptor(method), types.signature(method), access, code);
    }

    private void method(
            TypeElement type,
            ExecutableElement method,
            String descriptor,
            @Nullable String signature,
            int access,
            ClassWriter code) {
        String name = method.getSimpleName().toString();
        written.accept(types.binaryName(type) + "." + name + descriptor, method);
        MethodVisitor visitor = code.visitMethod(access, name, descriptor, signature, null);
        for (VariableElement parameter : method.getParameters()) {
            visitor.visitParameter(parameter.getSimpleName().toString(), 0);
        }
        annotations.write(method.getAnnotationMirrors(), visitor::visitAnnotation);
        for (int i = 0; i < method.getParameters().size(); i++) {
            int index = i;
            annotations.write(
                    method.getParameters().get(i).getAnnotationMirrors(),
                    (annotation, visible) -> visitor.visitParameterAnnotation(index, annotation, visible));
        }
        if (method.getDefaultValue() != null) {
            AnnotationVisitor value = visitor.visitAnnotationDefault();
            annotations.value(null, method.getDefaultValue(), value);
            value.visitEnd();
        }
        if ((access & ACC_ABSTRACT) == 0) {
            visitor.visitCode();
            visitor.visitInsn(ACONST_NULL);
            visitor.visitInsn(ATHROW);
            visitor.visitMaxs(0, 0);
        }
        visitor.visitEnd();
    }

    /** Writes what the compiler adds to an interface whose methods override those of a generic one under other types. */
    private void bridges(TypeElement type, ClassWriter code) {
        List<ExecutableElement> own = ElementFilter.methodsIn(type.getEnclosedElements());
        Set<String> there = new HashSet<>();
        own.forEach(method -> there.add(method.getSimpleName() + types.descriptor(method)));
        for (TypeElement parent : parents(type, new ArrayList<>())) {
            for (ExecutableElement overridden : ElementFilter.methodsIn(parent.getEnclosedElements())) {
                String descriptor = types.descriptor(overridden);
                own.stream()
                        .filter(method -> elements.overrides(method, overridden, type))
                        .filter(method -> there.add(method.getSimpleName() + descriptor))
                        .forEach(method ->
                                method(type, method, descriptor, null, ACC_PUBLIC | ACC_BRIDGE | ACC_SYNTHETIC, code));
            }
        }
    }

    private List<TypeElement> parents(TypeElement type, List<TypeElement> found) {
        for (TypeMirror each : type.getInterfaces()) {
            if (each instanceof DeclaredType declared && each.getKind() == TypeKind.DECLARED) {
                TypeElement parent = (TypeElement) declared.asElement();
                found.add(parent);
                parents(parent, found);
            }
        }
        return found;
    }
}
