package org.stowage.launcher.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import org.stowage.launcher.FailureException;

/** A file that can be read more than once; standard input, and a pipe, is kept in a temporary one. */
public final class InputFile implements AutoCloseable {

    /** What stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private final Path path;
    private final String shown;
    private final boolean temporary;

    private InputFile(Path path, String shown, boolean temporary) {
        this.path = path;
        this.shown = shown;
        this.temporary = temporary;
    }

    /**
     * Returns a file that is there and can be read.
     *
     * @param name its path, or {@link #STANDARD_INPUT}
     * @param standardInput what is read then
     */
    public static InputFile of(String name, InputStream standardInput) {
        if (name.equals(STANDARD_INPUT)) {
            return kept(standardInput, "standard input");
        }
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new FailureException("the file '" + name + "' is not there; check the path");
        }
        if (Files.isDirectory(path)) {
            throw new FailureException("'" + name + "' is a folder; name a file in it");
        }
        if (!Files.isReadable(path)) {
            throw new FailureException("the file '" + name + "' cannot be read; allow it");
        }
        return Files.isRegularFile(path) ? new InputFile(path, name, false) : piped(path, name);
    }

    /** A pipe, such as the shell makes for {@code <(command)}, gives what is in it only once. */
    private static InputFile piped(Path path, String name) {
        // Copying asks a stream of Java 21 where it stands, which a pipe cannot say; this one is only read.
        try (InputStream pipe = new CountedInput(Files.newInputStream(path), bytes -> {})) {
            return kept(pipe, name);
        } catch (IOException e) {
            throw new FailureException("'" + name + "' could not be read: " + e.getMessage(), e);
        }
    }

    private static InputFile kept(InputStream content, String shown) {
        try {
            Path path = Files.createTempFile("stowage-input-", ".tmp");
            InputFile file = new InputFile(path, shown, true);
            try {
                Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new FailureException(shown + " could not be read and kept: " + e.getMessage(), e);
        }
    }

    /** Returns what it is called in messages. */
    public String shown() {
        return shown;
    }

    /** Returns how many bytes it has, or −1 if that cannot be told. */
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return -1;
        }
    }

    /**
     * Opens its text from the beginning: UTF-8, strictly, without a byte order mark.
     *
     * @param progress is told how many bytes were read
     */
    BufferedReader text(LongConsumer progress) {
        try {
            return Utf8Lines.reader(new CountedInput(Files.newInputStream(path), progress));
        } catch (AccessDeniedException e) {
            throw new FailureException("the file '" + shown + "' cannot be read; allow it", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the error that reading failed. */
    FailureException unreadable(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new FailureException(
                    shown + ", line " + firstWrongLine()
                            + ": there are bytes that are no UTF-8; save the file as UTF-8",
                    cause);
        }
        return new FailureException(shown + " could not be read: " + cause.getMessage(), cause);
    }

    private long firstWrongLine() {
        try {
            return Utf8Lines.firstWrongLine(Files.newInputStream(path));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Removes the file if it was made to keep what can be read once only. */
    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // What is left lies in the system's folder for such files, and harms nobody.
                path.toFile().deleteOnExit();
            }
        }
    }
}
