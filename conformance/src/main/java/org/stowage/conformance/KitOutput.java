package org.stowage.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the kit says, and, while a run listens, what anybody else prints to standard output: that is the provider or its libraries. */
final class KitOutput extends PrintStream {

    private static final int MOST_BYTES = 1 << 14;

    private final ByteArrayOutputStream overheard;

    private KitOutput(ByteArrayOutputStream overheard) {
        super(new Bounded(overheard), true, StandardCharsets.UTF_8);
        this.overheard = overheard;
    }

    /** Prints a line of the kit's own, which a run keeps out of standard output. */
    static void say(String line) {
        PrintStream output = System.out;
        if (!(output instanceof KitOutput)) {
            output.println(line);
        }
    }

    /** Returns a stream to put in the place of standard output. */
    static KitOutput listening() {
        return new KitOutput(new ByteArrayOutputStream());
    }

    /** Returns the beginning of what was printed since the last call. */
    String taken() {
        synchronized (overheard) {
            String text = overheard.toString(StandardCharsets.UTF_8);
            overheard.reset();
            return text;
        }
    }

    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream kept;

        Bounded(ByteArrayOutputStream kept) {
            this.kept = kept;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            synchronized (kept) {
                kept.write(bytes, offset, Math.max(0, Math.min(length, MOST_BYTES - kept.size())));
            }
        }
    }
}
