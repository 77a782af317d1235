package org.stowage.processor;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes what makes the constants of an enumeration.
 *
 * @param name the internal name of the enumeration
 * @param constants the names of its constants
 */
record EnumCode(String name, List<String> constants) {

    private static final String VALUES = "$VALUES";

    void write(ClassWriter code) {
        code.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL | ACC_SYNTHETIC, VALUES, arrayDescriptor(), null, null)
                .visitEnd();
        constructor(code.visitMethod(ACC_PRIVATE, "<init>", "(Ljava/lang/String;I)V", null, null));
        initialiser(code.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null));
        values(code.visitMethod(ACC_PUBLIC | ACC_STATIC, "values", "()" + arrayDescriptor(), null, null));
        valueOf(code.visitMethod(
                ACC_PUBLIC | ACC_STATIC, "valueOf", "(Ljava/lang/String;)" + descriptor(), null, null));
    }

    private String descriptor() {
        return "L" + name + ";";
    }

    private String arrayDescriptor() {
        return "[" + descriptor();
    }

    private static void constructor(MethodVisitor method) {
        method.visitCode();
        method.visitVarInsn(ALOAD, 0);
        method.visitVarInsn(ALOAD, 1);
        method.visitVarInsn(ILOAD, 2);
        method.visitMethodInsn(INVOKESPECIAL, "java/lang/Enum", "<init>", "(Ljava/lang/String;I)V", false);
        method.visitInsn(RETURN);
        end(method);
    }

    private void initialiser(MethodVisitor method) {
        method.visitCode();
        for (int i = 0; i < constants.size(); i++) {
            method.visitTypeInsn(NEW, name);
            method.visitInsn(DUP);
            method.visitLdcInsn(constants.get(i));
            method.visitLdcInsn(i);
            method.visitMethodInsn(INVOKESPECIAL, name, "<init>", "(Ljava/lang/String;I)V", false);
            method.visitFieldInsn(PUTSTATIC, name, constants.get(i), descriptor());
        }
        method.visitLdcInsn(constants.size());
        method.visitTypeInsn(ANEWARRAY, name);
        for (int i = 0; i < constants.size(); i++) {
            method.visitInsn(DUP);
            method.visitLdcInsn(i);
            method.visitFieldInsn(GETSTATIC, name, constants.get(i), descriptor());
            method.visitInsn(AASTORE);
        }
        method.visitFieldInsn(PUTSTATIC, name, VALUES, arrayDescriptor());
        method.visitInsn(RETURN);
        end(method);
    }

    private void values(MethodVisitor method) {
        method.visitCode();
        method.visitFieldInsn(GETSTATIC, name, VALUES, arrayDescriptor());
        method.visitMethodInsn(INVOKEVIRTUAL, arrayDescriptor(), "clone", "()Ljava/lang/Object;", false);
        method.visitTypeInsn(CHECKCAST, arrayDescriptor());
        method.visitInsn(ARETURN);
        end(method);
    }

    private void valueOf(MethodVisitor method) {
        method.visitCode();
        method.visitLdcInsn(org.objectweb.asm.Type.getObjectType(name));
        method.visitVarInsn(ALOAD, 0);
        method.visitMethodInsn(
                INVOKESTATIC,
                "java/lang/Enum",
                "valueOf",
                "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;",
                false);
        method.visitTypeInsn(CHECKCAST, name);
        method.visitInsn(ARETURN);
        end(method);
    }

    private static void end(MethodVisitor method) {
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
