package org.stowage.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What was last measured of each line, in a file with one line of JSON for each. */
public final class FigureFile {

    private static final String NAME = "measured.jsonl";

    private FigureFile() {}

    /** Reads what a folder has, by the names of lines. */
    public static Map<String, Measured> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new IOException("'" + file + "' is not there: expected the results of benchmarks/run");
        }
        Map<String, Measured> all = new TreeMap<>();
        for (String json : Files.readAllLines(file)) {
            Measured measured = JsonMapper.shared().readValue(json, Measured.class);
            all.put(measured.line(), measured);
        }
        return all;
    }

    /** Adds what was measured, in the place of what was measured of the same line before. */
    static void add(Path folder, Measured measured) throws IOException {
        Path file = folder.resolve(NAME);
        Map<String, Measured> all = Files.exists(file) ? read(folder) : new TreeMap<>();
        all.put(measured.line(), measured);
        List<String> lines = all.values().stream()
                .map(JsonMapper.shared()::writeValueAsString)
                .toList();
        Path next = folder.resolve(NAME + ".next");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
