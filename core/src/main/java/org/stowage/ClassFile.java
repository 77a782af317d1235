package org.stowage;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a class file says about its class, read without running or even loading it.
 *
 * @param name its binary name
 * @param supertypes the binary names of the class that it extends and of the interfaces that it implements
 * @param makeable whether it is public, not abstract, and has a public constructor without parameters
 */
record ClassFile(String name, List<String> supertypes, boolean makeable) {

    private static final int MAGIC = 0xCAFEBABE;

    /** Reads a class file up to the end of its methods; empty if it is none, or is damaged. */
    static Optional<ClassFile> read(DataInputStream content) {
        try {
            return Optional.of(readWhole(content));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ClassFile readWhole(DataInputStream content) throws IOException {
        if (content.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        content.skipNBytes(4); // Its version: what is read here is the same in all of them.
        Constants constants = Constants.read(content);
        int access = content.readUnsignedShort();
        String name = constants.className(content.readUnsignedShort());
        List<String> supertypes = new ArrayList<>();
        int parent = content.readUnsignedShort();
        if (parent != 0) {
            supertypes.add(constants.className(parent));
        }
        for (int count = content.readUnsignedShort(); count > 0; count--) {
            supertypes.add(constants.className(content.readUnsignedShort()));
        }
        skipMembers(content);
        boolean concrete = Modifier.isPublic(access) && !Modifier.isAbstract(access) && !Modifier.isInterface(access);
        return new ClassFile(name, List.copyOf(supertypes), concrete && hasPublicConstructor(content, constants));
    }

    private static void skipMembers(DataInputStream content) throws IOException {
        for (int count = content.readUnsignedShort(); count > 0; count--) {
            content.skipNBytes(6);
            skipAttributes(content);
        }
    }

    private static boolean hasPublicConstructor(DataInputStream content, Constants constants) throws IOException {
        for (int count = content.readUnsignedShort(); count > 0; count--) {
            int access = content.readUnsignedShort();
            String name = constants.text(content.readUnsignedShort());
            String descriptor = constants.text(content.readUnsignedShort());
            if (Modifier.isPublic(access) && name.equals("<init>") && descriptor.equals("()V")) {
                return true;
            }
            skipAttributes(content);
        }
        return false;
    }

    private static void skipAttributes(DataInputStream content) throws IOException {
        for (int count = content.readUnsignedShort(); count > 0; count--) {
            content.skipNBytes(2);
            content.skipNBytes(Integer.toUnsignedLong(content.readInt()));
        }
    }

    /** The constants that names are made of; the others are passed over. */
    private static final class Constants {

        private final Map<Integer, String> texts = new HashMap<>();
        private final Map<Integer, Integer> names = new HashMap<>();

        static Constants read(DataInputStream content) throws IOException {
            Constants constants = new Constants();
            int count = content.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                int tag = content.readUnsignedByte();
                switch (tag) {
                    case 1 -> constants.texts.put(index, content.readUTF());
                    case 7 -> constants.names.put(index, content.readUnsignedShort());
                    case 8, 16, 19, 20 -> content.skipNBytes(2);
                    case 15 -> content.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> content.skipNBytes(4);
                    case 5, 6 -> {
                        content.skipNBytes(8);
                        index++; // Numbers of eight bytes count as two.
                    }
                    default -> throw new IOException("not a constant: " + tag);
                }
            }
            return constants;
        }

        String text(int index) throws IOException {
            String text = texts.get(index);
            if (text == null) {
                throw new IOException("not a text: " + index);
            }
            return text;
        }

        String className(int index) throws IOException {
            return text(names.getOrDefault(index, 0)).replace('/', '.');
        }
    }
}
