package org.stowage.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of a run, in a file with one line of JSON for the machine and one for each figure.
 *
 * @param machine where and how it was measured
 * @param figures in the order in which they were measured
 */
public record FigureFile(Machine machine, List<Figure> figures) {

    private static final String NAME = "figures.jsonl";

    /** Reads the results that a folder has. */
    public static FigureFile read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new IOException("'" + file + "' is not there: expected the results of benchmarks/run");
        }
        List<String> lines = Files.readAllLines(file);
        return new FigureFile(
                JsonMapper.shared().readValue(lines.getFirst(), Machine.class),
                lines.stream()
                        .skip(1)
                        .map(line -> JsonMapper.shared().readValue(line, Figure.class))
                        .toList());
    }

    /** Begins a new file. */
    static void begin(Path folder, Machine machine) throws IOException {
        Files.writeString(folder.resolve(NAME), json(machine));
    }

    /** Adds figures. */
    static void add(Path folder, List<Figure> figures) throws IOException {
        for (Figure figure : figures) {
            Files.writeString(folder.resolve(NAME), json(figure), StandardOpenOption.APPEND);
        }
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value) + "\n";
    }
}
