package org.stowage.launcher.malformed;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.stowage.spi.PersistenceProvider;
import org.stowage.spi.Store;
import org.stowage.spi.schema.EntitySchema;
import org.stowage.spi.value.Field;
import org.stowage.spi.value.Row;
import org.stowage.spi.value.ValueType;

/** The files of json-file. */
final class JsonFileKinds {

    private JsonFileKinds() {}

    static List<Kind> all(PersistenceProvider provider, Path folder) throws IOException {
        StoreKind.Image closed = StoreKind.Image.of(provider, "store", folder.resolve("json-closed"), true);
        StoreKind.Image open = StoreKind.Image.of(provider, "store", folder.resolve("json-open"), false);
        return List.of(
                new Entity(closed, folder.resolve("json-entity")),
                new Journal(open, folder.resolve("json-journal")),
                new ForgedJournal(open, folder.resolve("json-forged")),
                new Manifest(open, folder.resolve("json-manifest")));
    }

    /** A file of rows, which people may edit: what it says is what is there. */
    private static final class Entity extends StoreKind {

        Entity(Image image, Path folder) throws IOException {
            super("json-file-rows", image, folder, "store/product.json");
        }

        @Override
        void check(byte[] input, Store store) {
            Map<?, ?> file = (Map<?, ?>) NaiveJson.parse(Kind.text(input));
            List<String> written = new ArrayList<>();
            EntitySchema schema = store.schemas().get(0);
            for (Object row : (List<?>) file.get("rows")) {
                written.add(written(schema, (Map<?, ?>) row));
            }
            List<String> found = new ArrayList<>();
            rows(store).values().forEach(row -> found.add(found(schema, row)));
            written.sort(null);
            found.sort(null);
            if (!found.equals(written)) {
                throw new WrongAnswerError("the file says " + written + " and the store " + found);
            }
        }

        private static String written(EntitySchema schema, Map<?, ?> row) {
            StringBuilder text = new StringBuilder();
            for (Field field : schema.fields()) {
                Object value = row.get(field.name());
                Object plain = value instanceof NaiveJson.Numeral number ? number.written() : value;
                text.append(field.name())
                        .append('=')
                        .append(plain(field.type(), plain))
                        .append(' ');
            }
            return text.toString();
        }

        private static String found(EntitySchema schema, Row row) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                Field field = schema.fields().get(i);
                text.append(field.name())
                        .append('=')
                        .append(plain(field.type(), row.get(i)))
                        .append(' ');
            }
            return text.toString();
        }

        private static String plain(ValueType type, @Nullable Object value) {
            if (value == null) {
                return "null";
            }
            String text = value.toString();
            if (type.equals(ValueType.INT64)) {
                return new BigInteger(text).toString();
            }
            if (type.equals(ValueType.FLOAT64)) {
                return Double.toString(Double.parseDouble(text) + 0.0);
            }
            if (type instanceof ValueType.Decimal) {
                return new BigDecimal(text).stripTrailingZeros().toPlainString();
            }
            if (type.equals(ValueType.INSTANT)) {
                return java.time.Instant.parse(text).toString();
            }
            return text;
        }
    }

    /** The commits that are not in the files yet. */
    private static final class Journal extends StoreKind {

        Journal(Image image, Path folder) throws IOException {
            super("json-file-journal", image, folder, "store/journal-1");
        }

        @Override
        public List<byte[]> specimens() {
            return List.of(withoutRoom(super.specimens().get(0)));
        }
    }

    // It is extended with zeros in advance.
    private static byte[] withoutRoom(byte[] journal) {
        int end = journal.length;
        while (end > 0 && journal[end - 1] == 0) {
            end--;
        }
        return java.util.Arrays.copyOf(journal, Math.min(journal.length, end + 100));
    }

    /** A journal in which every line has been given the checksum of what it now holds. Nobody can know it from a sound one. */
    private static final class ForgedJournal extends StoreKind {

        ForgedJournal(Image image, Path folder) throws IOException {
            super("json-file-journal-forged", image, folder, "store/journal-1");
        }

        @Override
        public List<byte[]> specimens() {
            return List.of(withoutRoom(super.specimens().get(0)));
        }

        @Override
        public void read(byte[] input) throws IOException {
            super.read(forged(input));
        }

        @Override
        void check(byte[] input, Store store) {
            rows(store);
        }

        private static byte[] forged(byte[] input) {
            StringBuilder forged = new StringBuilder();
            for (String line : new String(input, StandardCharsets.ISO_8859_1).split("\n", 0)) {
                String rest = line.length() > 18 ? line.substring(18) : line;
                String checked = "%08x %s\n".formatted(rest.length() + 1, rest);
                CRC32C checksum = new CRC32C();
                checksum.update(checked.getBytes(StandardCharsets.ISO_8859_1));
                forged.append("%08x %s".formatted((int) checksum.getValue(), checked));
            }
            return forged.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** What the files are that the journals go with. */
    private static final class Manifest extends StoreKind {

        Manifest(Image image, Path folder) throws IOException {
            super("json-file-manifest", image, folder, "store/manifest");
        }
    }
}
