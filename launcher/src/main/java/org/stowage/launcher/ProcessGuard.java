package org.stowage.launcher;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stowage.ProviderCode;
import org.stowage.launcher.output.SafeText;

/**
 * Keeps what belongs to the command, or to the application that it runs, from providers: what these print goes to standard error, what they
 * would read is empty, and a process that one of them ends has failed.
 */
final class ProcessGuard {

    private final PrintStream errors;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    ProcessGuard(PrintStream errors) {
        this.errors = errors;
    }

    /** Takes the place of the streams of the process. */
    void install() {
        System.setOut(new PrintStream(new Output(System.out), true, System.out.charset()));
        System.setIn(new Input(System.in));
    }

    /** Ends the process as one that has failed if it is a provider that ends it; called when it is about to end. */
    void refuseSuccess() {
        exiting().flatMap(ProviderCode::running).ifPresent(provider -> {
            say(provider + " ended the process before the command was done; ask its author, or remove it");
            Runtime.getRuntime().halt(ErrorReport.FAILED);
        });
    }

    private static Optional<Thread> exiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(ProcessGuard::exits)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean exits(Map.Entry<Thread, StackTraceElement[]> stack) {
        for (StackTraceElement frame : stack.getValue()) {
            if (frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit")) {
                return true;
            }
        }
        return false;
    }

    private void tellOnce(String message) {
        if (told.add(message)) {
            say(message);
        }
    }

    private void say(String message) {
        errors.println("stowage: " + SafeText.of(message));
    }

    /** Standard output, which is not for providers. */
    private final class Output extends OutputStream {
        private final PrintStream output;

        Output(PrintStream output) {
            this.output = output;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Optional<String> provider = ProviderCode.running();
            provider.ifPresent(
                    name -> tellOnce(name + " prints on standard output, which is not its own; it is shown here"));
            (provider.isPresent() ? errors : output).write(bytes, offset, length);
        }

        @Override
        public void flush() {
            output.flush();
        }
    }

    /** Standard input, which is not for providers. */
    private final class Input extends FilterInputStream {

        Input(InputStream input) {
            super(input);
        }

        private boolean isRefused() {
            Optional<String> provider = ProviderCode.running();
            provider.ifPresent(name -> tellOnce(name + " reads standard input, which is not its own; it gets nothing"));
            return provider.isPresent();
        }

        @Override
        public int read() throws IOException {
            return isRefused() ? -1 : super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return isRefused() ? -1 : super.read(bytes, offset, length);
        }
    }
}
