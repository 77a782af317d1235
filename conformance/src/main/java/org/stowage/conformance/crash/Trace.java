package org.stowage.conformance.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what strace wrote down. Its texts are all in hexadecimal digits, so that a quotation mark always ends one.
 *
 * <p>A write takes place when it begins, and whatever is made durable is so when the call has returned: a loss of power within a call finds
 * as much as it may and as little as it must.
 */
final class Trace {

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*");
    private static final Pattern BEGUN = Pattern.compile("(\\d+) +(\\w+)\\((.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)");
    private static final Pattern DESCRIPTOR = Pattern.compile("(\\d+)<((?:\\\\x[0-9a-f]{2})*)>.*");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");

    private final String root;
    private final List<FileOperation> operations = new ArrayList<>();
    private final Map<String, Begun> begun = new HashMap<>();
    private final Map<Integer, Opened> open = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** A call that has not returned yet. */
    private record Begun(String arguments, int place) {}

    /** An open file; where the next write goes is counted along. */
    private static final class Opened {

        private final boolean through;
        private long position;

        Opened(boolean through) {
            this.through = through;
        }
    }

    private Trace(Path folder) {
        this.root = folder.toString();
    }

    /**
     * Returns what was done in a folder.
     *
     * @param folder its real path
     */
    static List<FileOperation> read(Path trace, Path folder) throws IOException {
        Trace reading = new Trace(folder);
        try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reading.line(line);
            }
        }
        return reading.operations;
    }

    private void line(String line) {
        Matcher unfinished = BEGUN.matcher(line);
        if (unfinished.matches()) {
            begun.put(unfinished.group(1), new Begun(unfinished.group(3), reserve()));
            return;
        }
        Matcher resumed = RESUMED.matcher(line);
        if (resumed.matches()) {
            Begun before = begun.remove(resumed.group(1));
            if (before != null) {
                String whole = resumed.group(1) + " " + resumed.group(2) + "(" + before.arguments + resumed.group(3);
                whole(whole, before.place);
            }
            return;
        }
        whole(line, reserve());
    }

    private int reserve() {
        operations.add(new FileOperation.Nothing());
        return operations.size() - 1;
    }

    private void whole(String line, int place) {
        Matcher call = CALL.matcher(line);
        if (call.matches() && !call.group(4).startsWith("-")) {
            call(call.group(2), call.group(3), Long.parseLong(call.group(4)), line, place);
        }
    }

    private void call(String name, String arguments, long result, String line, int place) {
        switch (name) {
            case "open", "openat", "creat" -> opened(name, arguments, (int) result, line, place);
            case "lseek" -> sought(arguments, result);
            case "write", "pwrite64" -> wrote(name.equals("pwrite64"), arguments, (int) result, place);
            case "ftruncate" -> resized(arguments, place);
            case "fsync", "fdatasync" -> synced(arguments, place);
            case "rename", "renameat", "renameat2" -> renamed(arguments, place);
            case "unlink", "unlinkat" -> removed(arguments, place);
            case "mkdir", "mkdirat" -> folderCreated(arguments, place);
            default -> refuse(name, arguments);
        }
    }

    private void opened(String name, String arguments, int descriptor, String line, int place) {
        String result = line.substring(line.lastIndexOf(" = ") + 3);
        String path = relative(pathOf(result));
        if (path == null) {
            return;
        }
        open.put(descriptor, new Opened(arguments.contains("O_DSYNC") || arguments.contains("O_SYNC")));
        boolean makes = name.equals("creat") || arguments.contains("O_CREAT");
        if (makes && names.add(path)) {
            operations.set(place, new FileOperation.Created(path));
        } else if (arguments.contains("O_TRUNC")) {
            operations.set(place, new FileOperation.Resized(path, 0));
        }
    }

    private void sought(String arguments, long result) {
        Opened file = open.get(descriptor(arguments));
        if (file != null && relative(pathOf(arguments)) != null) {
            file.position = result;
        }
    }

    private void wrote(boolean positioned, String arguments, int size, int place) {
        String path = relative(pathOf(arguments));
        int descriptor = descriptor(arguments);
        if (path == null) {
            if (descriptor == 1) {
                acknowledged(bytes(arguments), place);
            }
            return;
        }
        Opened file = open.computeIfAbsent(descriptor, unknown -> new Opened(false));
        long position =
                positioned ? Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1)) : file.position;
        if (!positioned) {
            file.position += size;
        }
        operations.set(place, new FileOperation.Wrote(path, position, Arrays.copyOf(bytes(arguments), size)));
        if (file.through) {
            operations.add(new FileOperation.Synced(path, place, place + 1));
        }
    }

    private void acknowledged(byte[] line, int place) {
        String text = new String(line, StandardCharsets.ISO_8859_1).strip();
        if (text.matches("\\d+")) {
            operations.set(place, new FileOperation.Acknowledged(Long.parseLong(text)));
        }
    }

    private void resized(String arguments, int place) {
        String path = relative(pathOf(arguments));
        if (path != null) {
            long size = Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
            operations.set(place, new FileOperation.Resized(path, size));
        }
    }

    private void synced(String arguments, int place) {
        String path = relative(pathOf(arguments));
        if (path != null) {
            operations.add(new FileOperation.Synced(path, 0, place));
        }
    }

    private void renamed(String arguments, int place) {
        List<String> paths = texts(arguments);
        String from = relative(paths.get(0));
        String to = relative(paths.get(1));
        if (from != null && to != null) {
            names.remove(from);
            names.add(to);
            operations.set(place, new FileOperation.Renamed(from, to));
        }
    }

    private void removed(String arguments, int place) {
        String path = relative(texts(arguments).get(0));
        if (path != null) {
            names.remove(path);
            operations.set(place, new FileOperation.Removed(path));
        }
    }

    private void folderCreated(String arguments, int place) {
        String path = relative(texts(arguments).get(0));
        if (path != null) {
            operations.set(place, new FileOperation.FolderCreated(path));
        }
    }

    private void refuse(String name, String arguments) {
        if (relative(pathOf(arguments)) != null) {
            throw new IllegalStateException(
                    "the trace holds a call of '" + name + "', which this trial does not replay");
        }
    }

    private static int descriptor(String arguments) {
        Matcher descriptor = DESCRIPTOR.matcher(arguments);
        return descriptor.matches() ? Integer.parseInt(descriptor.group(1)) : -1;
    }

    private static String pathOf(String arguments) {
        Matcher descriptor = DESCRIPTOR.matcher(arguments);
        return descriptor.matches() ? text(descriptor.group(2)) : "";
    }

    private static List<String> texts(String arguments) {
        return TEXT.matcher(arguments)
                .results()
                .map(found -> text(found.group(1)))
                .toList();
    }

    private static byte[] bytes(String arguments) {
        int from = arguments.indexOf('"') + 1;
        return unescaped(arguments, from, arguments.lastIndexOf('"'));
    }

    private static String text(String escaped) {
        return new String(unescaped(escaped, 0, escaped.length()), StandardCharsets.UTF_8);
    }

    private static byte[] unescaped(String text, int from, int to) {
        byte[] bytes = new byte[(to - from) / 4];
        for (int i = 0; i < bytes.length; i++) {
            int at = from + i * 4;
            bytes[i] =
                    (byte) (Character.digit(text.charAt(at + 2), 16) << 4 | Character.digit(text.charAt(at + 3), 16));
        }
        return bytes;
    }

    /** Returns the path within the folder, or null if it is elsewhere. */
    private @Nullable String relative(String path) {
        if (path.equals(root)) {
            return "";
        }
        return path.startsWith(root + "/") ? path.substring(root.length() + 1) : null;
    }
}
