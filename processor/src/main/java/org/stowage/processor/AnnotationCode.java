package org.stowage.processor;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Writes annotations into class files: those that are visible at run time. */
final class AnnotationCode {

    // What the compiler gives as the value of a constant that it does not know (yet).
    private static final String UNKNOWN = "<error>";

    private final TypeCode types;

    AnnotationCode(TypeCode types) {
        this.types = types;
    }

    /** Where annotations go. */
    @FunctionalInterface
    interface Place {
        AnnotationVisitor open(String descriptor, boolean visible);
    }

    void write(List<? extends AnnotationMirror> annotations, Place place) {
        for (AnnotationMirror annotation : annotations) {
            TypeMirror type = annotation.getAnnotationType();
            if (type.getKind() == TypeKind.ERROR) {
                types.noteUnresolved();
            } else if (visibleAtRunTime(
                    annotation.getAnnotationType().asElement().getAnnotationMirrors())) {
                write(annotation, place.open(types.descriptor(type), true));
            }
        }
    }

    private static boolean visibleAtRunTime(List<? extends AnnotationMirror> metaAnnotations) {
        return metaAnnotations.stream()
                .filter(each -> ((TypeElement) each.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(Retention.class.getName()))
                .flatMap(each -> each.getElementValues().values().stream())
                .anyMatch(value -> value.getValue() instanceof VariableElement policy
                        && policy.getSimpleName().contentEquals(RetentionPolicy.RUNTIME.name()));
    }

    private void write(AnnotationMirror annotation, AnnotationVisitor into) {
        annotation
                .getElementValues()
                .forEach((element, value) -> value(element.getSimpleName().toString(), value, into));
        into.visitEnd();
    }

    /** Writes the value of an annotation's element, which has no name if it is the default or within an array. */
    void value(@Nullable String name, AnnotationValue value, AnnotationVisitor into) {
        value.accept(new ValueWriter(into), name);
    }

    private final class ValueWriter extends SimpleAnnotationValueVisitor14<@Nullable Void, @Nullable String> {

        private final AnnotationVisitor into;

        ValueWriter(AnnotationVisitor into) {
            this.into = into;
        }

        @Override
        protected @Nullable Void defaultAction(Object value, @Nullable String name) {
            into.visit(name, value);
            return null;
        }

        @Override
        public @Nullable Void visitString(String value, @Nullable String name) {
            if (value.equals(UNKNOWN)) {
                types.noteUnresolved();
            } else {
                into.visit(name, value);
            }
            return null;
        }

        @Override
        public @Nullable Void visitType(TypeMirror type, @Nullable String name) {
            into.visit(name, Type.getType(types.descriptor(type)));
            return null;
        }

        @Override
        public @Nullable Void visitEnumConstant(VariableElement constant, @Nullable String name) {
            into.visitEnum(
                    name,
                    types.descriptor(constant.asType()),
                    constant.getSimpleName().toString());
            return null;
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationMirror annotation, @Nullable String name) {
            write(annotation, into.visitAnnotation(name, types.descriptor(annotation.getAnnotationType())));
            return null;
        }

        @Override
        public @Nullable Void visitArray(List<? extends AnnotationValue> values, @Nullable String name) {
            AnnotationVisitor array = into.visitArray(name);
            values.forEach(each -> value(null, each, array));
            array.visitEnd();
            return null;
        }
    }
}
