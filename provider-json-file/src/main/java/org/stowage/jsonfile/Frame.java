package org.stowage.jsonfile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal: {@code checksum length number durable json}. Checksum (CRC-32C, of all that follows it) and length (of all that
 * follows it) have eight hexadecimal digits each, so that the beginning of a line can be told from anything else.
 */
final class Frame {

    /** The checksum, a blank, the length and a blank. */
    static final int HEAD = 18;

    /** The largest line; what a transaction writes at once must fit into it. */
    static final int LARGEST = 1 << 30;

    private static final int CHECKED_FROM = 9;
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,18}) (\\d{1,18}) ");
    private static final int LONGEST_NUMBERS = 38;

    private final long number;
    private final long durable;
    private final byte[] json;
    private final int size;

    private Frame(long number, long durable, byte[] json, int size) {
        this.number = number;
        this.durable = durable;
        this.json = json;
        this.size = size;
    }

    /** Returns the bytes of a line. */
    static byte[] encode(long number, long durable, byte[] json) {
        byte[] numbers = (number + " " + durable + " ").getBytes(US_ASCII);
        byte[] line = new byte[HEAD + numbers.length + json.length + 1];
        System.arraycopy(numbers, 0, line, HEAD, numbers.length);
        System.arraycopy(json, 0, line, HEAD + numbers.length, json.length);
        line[line.length - 1] = '\n';
        put(line, CHECKED_FROM, line.length - HEAD);
        line[HEAD - 1] = ' ';
        put(line, 0, checksum(line));
        line[CHECKED_FROM - 1] = ' ';
        return line;
    }

    private static void put(byte[] line, int position, int value) {
        byte[] digits = HEX.toHexDigits(value).getBytes(US_ASCII);
        System.arraycopy(digits, 0, line, position, digits.length);
    }

    private static int checksum(byte[] line) {
        CRC32C checksum = new CRC32C();
        checksum.update(line, CHECKED_FROM, line.length - CHECKED_FROM);
        return (int) checksum.getValue();
    }

    /** Returns how many bytes follow the head of a line, or −1 if the bytes are no head. */
    static int lengthAfter(byte[] head) {
        if (head.length != HEAD || head[CHECKED_FROM - 1] != ' ' || head[HEAD - 1] != ' ') {
            return -1;
        }
        for (int i = 0; i < HEAD - 1; i++) {
            boolean digit = (head[i] >= '0' && head[i] <= '9') || (head[i] >= 'a' && head[i] <= 'f');
            if (!digit && i != CHECKED_FROM - 1) {
                return -1;
            }
        }
        int length = HexFormat.fromHexDigits(new String(head, CHECKED_FROM, 8, US_ASCII));
        return length <= 0 || length > LARGEST ? -1 : length;
    }

    /** Returns the frame that a whole line holds, or null if the line is damaged. */
    static @Nullable Frame decode(byte[] line) {
        int checksum = HexFormat.fromHexDigits(new String(line, 0, 8, US_ASCII));
        if (checksum != checksum(line) || line[line.length - 1] != '\n') {
            return null;
        }
        Matcher numbers =
                NUMBERS.matcher(new String(line, HEAD, Math.min(LONGEST_NUMBERS, line.length - HEAD), US_ASCII));
        if (!numbers.lookingAt()) {
            return null;
        }
        return new Frame(
                Long.parseLong(numbers.group(1)),
                Long.parseLong(numbers.group(2)),
                Arrays.copyOfRange(line, HEAD + numbers.end(), line.length - 1),
                line.length);
    }

    /** Returns the number of the commit; in the first line of a journal that of the last commit before it. */
    long number() {
        return number;
    }

    /**
     * Returns a commit that was durable, with all before it, when the line was made: what lies between damage and this is no
     * interrupted write.
     */
    long durable() {
        return durable;
    }

    /** Returns what happened. */
    byte[] json() {
        return json;
    }

    /** Returns how many bytes the line takes. */
    int size() {
        return size;
    }
}
