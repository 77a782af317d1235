package org.stowage.internal.guard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Turns the calls of {@link System#exit} in a class file to {@link GuardedSystem#exit}. Every call, and every reference such as {@code
 * System::exit}, goes through one constant that names class and method. Only the class in it is exchanged, for one that is added behind
 * all other constants; no code changes, nor what is said about its stack. What does not call it is left byte for byte.
 */
public final class ExitRedirection {

    private static final byte TEXT = 1;
    private static final byte CLASS = 7;
    private static final byte METHOD = 10;

    /** Where the number of constants stands, and where the first of them begins. */
    private static final int COUNT = 8;

    private static final int FIRST = 10;
    private static final int MOST = 0xFFFF;

    private static final byte[] EXIT = bytes("exit");
    private static final byte[] WITH_STATUS = bytes("(I)V");
    private static final byte[] SYSTEM = bytes("java/lang/System");
    private static final byte[] INSTEAD = bytes(GuardedSystem.class.getName().replace('.', '/'));

    private final byte[] content;

    /** Where the constants begin, by their numbers. */
    private final int[] constants;

    private final int end;

    private ExitRedirection(byte[] content) {
        this.content = content;
        this.constants = new int[number(content, COUNT)];
        int position = FIRST;
        for (int index = 1; index < constants.length; ) {
            constants[index] = position;
            index += slots(content[position]);
            position += size(content, position);
        }
        this.end = position;
    }

    /** Returns a class file without such calls: the same one if it has none, or is damaged. */
    public static byte[] of(byte[] classFile) {
        try {
            return mentionsExit(classFile) ? new ExitRedirection(classFile).redirected() : classFile;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return classFile; // Whoever defines it says what is wrong with it.
        }
    }

    /** Returns whether there may be something to do, at the least cost, because it is asked of every class. */
    private static boolean mentionsExit(byte[] content) {
        int count = number(content, COUNT);
        int position = FIRST;
        for (int index = 1; index < count; ) {
            if (isText(content, position, EXIT)) {
                return true;
            }
            index += slots(content[position]);
            position += size(content, position);
        }
        return false;
    }

    private byte[] redirected() {
        int[] calls = IntStream.of(constants).filter(this::isExit).toArray();
        if (calls.length == 0 || constants.length + 2 > MOST) {
            return content;
        }
        int name = constants.length;
        ByteBuffer changed = ByteBuffer.allocate(content.length + 6 + INSTEAD.length)
                .put(content, 0, end)
                .put(TEXT)
                .putShort((short) INSTEAD.length)
                .put(INSTEAD)
                .put(CLASS)
                .putShort((short) name)
                .put(content, end, content.length - end)
                .putShort(COUNT, (short) (name + 2));
        for (int call : calls) {
            changed.putShort(call + 1, (short) (name + 1));
        }
        return changed.array();
    }

    private boolean isExit(int position) {
        if (position == 0 || content[position] != METHOD) {
            return false;
        }
        int type = constants[number(content, position + 1)];
        int member = constants[number(content, position + 3)];
        return isText(content, constants[number(content, type + 1)], SYSTEM)
                && isText(content, constants[number(content, member + 1)], EXIT)
                && isText(content, constants[number(content, member + 3)], WITH_STATUS);
    }

    private static boolean isText(byte[] content, int position, byte[] text) {
        return content[position] == TEXT
                && number(content, position + 1) == text.length
                && Arrays.equals(content, position + 3, position + 3 + text.length, text, 0, text.length);
    }

    /** Returns how many numbers a constant takes up. */
    private static int slots(byte kind) {
        return kind == 5 || kind == 6 ? 2 : 1;
    }

    private static int size(byte[] content, int position) {
        return switch (content[position]) {
            case TEXT -> 3 + number(content, position + 1);
            case CLASS, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 3, 4, 9, METHOD, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            default -> throw new IllegalArgumentException("not a constant: " + content[position]);
        };
    }

    private static int number(byte[] content, int position) {
        return Byte.toUnsignedInt(content[position]) << 8 | Byte.toUnsignedInt(content[position + 1]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
