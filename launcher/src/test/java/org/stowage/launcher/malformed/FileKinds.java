package org.stowage.launcher.malformed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stowage.Stowage;
import org.stowage.launcher.input.InputFile;
import org.stowage.launcher.input.InputFormat;
import org.stowage.launcher.input.RecordReader;
import org.stowage.launcher.input.RecordSource;
import org.stowage.launcher.input.RowReader;
import org.stowage.launcher.input.SchemaGuess;
import org.stowage.launcher.input.SourceRecord;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;

/** Files that are imported, and the configuration. */
final class FileKinds {

    private FileKinds() {}

    static List<Kind> all(Path folder) throws IOException {
        Files.createDirectories(folder);
        return List.of(new Csv(folder), new JsonArray(folder), new JsonLines(folder), new Configuration(folder));
    }

    private abstract static class Import implements Kind {

        private final InputFormat format;
        private final Path file;

        Import(InputFormat format, Path folder) {
            this.format = format;
            this.file = folder.resolve("imported");
        }

        @Override
        public String name() {
            return "import-" + format.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public void read(byte[] input) throws IOException {
            Files.write(file, input);
            List<List<String>> found = new ArrayList<>();
            try (InputFile opened = InputFile.of(file.toString(), InputStream.nullInputStream())) {
                RecordSource source = new RecordSource(opened, format);
                Optional<EntitySchema> schema = schema(SchemaGuess.fields(source, Map.of(), bytes -> {}));
                RowReader rows =
                        schema.map(known -> new RowReader(known, source)).orElse(null);
                try (RecordReader records = source.open()) {
                    for (SourceRecord record = records.next(); record != null; record = records.next()) {
                        found.add(record.values().stream().map(String::valueOf).toList());
                        if (rows != null) {
                            rows.row(record);
                        }
                    }
                }
            }
            List<List<String>> written = written(Kind.text(input));
            if (!found.equals(written)) {
                throw new WrongAnswerError("the file says " + shown(written) + " and was read as " + shown(found));
            }
        }

        private static Optional<EntitySchema> schema(List<Field> fields) {
            return fields.stream()
                    .filter(field -> !field.nullable() && field.type().ordered())
                    .findFirst()
                    .map(key -> {
                        EntitySchema.Builder schema = EntitySchema.named("read").key(key.name());
                        fields.forEach(schema::field);
                        return schema.build();
                    });
        }

        private static String shown(List<List<String>> records) {
            String text = records.toString();
            return text.substring(0, Math.min(500, text.length()));
        }

        /** Returns what each record says, in its order, read without any care for speed or errors. */
        abstract List<List<String>> written(String text);
    }

    private static final class Csv extends Import {

        Csv(Path folder) {
            super(InputFormat.CSV, folder);
        }

        @Override
        public List<byte[]> specimens() {
            return List.of(
                    bytes(
                            "id,name,price,at\n1,\"Bad, \"\"Ems\"\"\",12.50,2026-02-28T12:30:00Z\n2,,0.1,\n3,\"a\nb\",1e5,x\n"),
                    bytes("\uFEFFid;name\r\n1;a\r\n"),
                    bytes("id\r\n1\r\n2"));
        }

        @Override
        public List<String> words() {
            return List.of(
                    ",", "\"", "\"\"", "\n", "\r\n", "\r", "\n\n", ",,", "\"a\"b", " \"c\"", "1", "-", "\t", ";");
        }

        @Override
        List<List<String>> written(String text) {
            List<List<String>> records = new ArrayList<>();
            int at = 0;
            while (at < text.length()) {
                boolean blank = "\r\n".indexOf(text.charAt(at)) >= 0;
                List<String> record = new ArrayList<>();
                boolean more = true;
                while (more) {
                    StringBuilder cell = new StringBuilder();
                    boolean quoted = at < text.length() && text.charAt(at) == '"';
                    at = quoted ? quoted(text, at + 1, cell) : plain(text, at, cell);
                    record.add(quoted || !cell.isEmpty() ? cell.toString() : "null");
                    more = at < text.length() && text.charAt(at) == ',';
                    at += more ? 1 : 0;
                }
                at += text.startsWith("\r\n", at) ? 2 : 1;
                if (!blank) {
                    records.add(record);
                }
            }
            return records.subList(1, records.size());
        }

        private static int plain(String text, int from, StringBuilder cell) {
            int at = from;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                cell.append(text.charAt(at++));
            }
            return at;
        }

        private static int quoted(String text, int from, StringBuilder cell) {
            int at = from;
            while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
                at += text.charAt(at) == '"' ? 1 : 0;
                cell.append(text.charAt(at++));
            }
            return at + 1;
        }
    }

    private static final class JsonArray extends Import {

        JsonArray(Path folder) {
            super(InputFormat.JSON, folder);
        }

        @Override
        public List<byte[]> specimens() {
            return List.of(
                    bytes(
                            "[\n {\"id\": 1, \"name\": \"a\\u00e9\\n\", \"price\": 12.50, \"on\": true, \"tags\": [\"x\", \"y\"]},\n {\"id\": -2, \"name\": null, \"sub\": {\"a\": 1e5}}\n]\n"));
        }

        @Override
        public List<String> words() {
            return jsonWords();
        }

        @Override
        List<List<String>> written(String text) {
            List<List<String>> records = new ArrayList<>();
            for (Object record : (List<?>) Objects.requireNonNull(NaiveJson.parse(text))) {
                records.add(values(record));
            }
            return records;
        }
    }

    private static final class JsonLines extends Import {

        JsonLines(Path folder) {
            super(InputFormat.JSONL, folder);
        }

        @Override
        public List<byte[]> specimens() {
            return List.of(bytes(
                    "{\"id\": 1, \"name\": \"a\\\"\", \"price\": 12.50}\n\n{\"id\": 2, \"tags\": []}\r\n{\"id\": 3}"));
        }

        @Override
        public List<String> words() {
            return jsonWords();
        }

        @Override
        List<List<String>> written(String text) {
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> values(NaiveJson.parse(line)))
                    .toList();
        }
    }

    private static List<String> jsonWords() {
        return List.of(
                "{", "}", "[", "]", ",", ":", "\"", "\"id\"", "null", "true", "0", "-", ".5", "e", "\n", "\\u0041",
                "\\", "{}", "[]", "//");
    }

    private static List<String> values(@Nullable Object record) {
        Collection<?> values = ((Map<?, ?>) Objects.requireNonNull(record)).values();
        return values.stream().map(String::valueOf).toList();
    }

    private static final class Configuration implements Kind {

        private final Path file;

        Configuration(Path folder) {
            this.file = folder.resolve("stowage.properties");
        }

        @Override
        public String name() {
            return "configuration";
        }

        @Override
        public List<byte[]> specimens() {
            return List.of(
                    bytes(
                            "# ours\nstores = shop, old\nstore.shop=sqlite:shop.db\nstore.shop.option.durability : relaxed\nroute.Product = old\npatience = 5s\nproviders = \\\n  plug-ins\n"));
        }

        @Override
        public List<String> words() {
            return List.of(
                    "\\u00",
                    "\\",
                    "=",
                    ":",
                    "\n",
                    "#",
                    "store.",
                    "option.",
                    "route.",
                    "patience",
                    "..",
                    "5",
                    "PT5S",
                    ",");
        }

        @Override
        public void read(byte[] input) throws IOException {
            Files.write(file, input);
            Stowage.builder().configuration(file);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
