package org.stowage.benchmarks.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.stowage.benchmarks.Product;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link JsonLines} wrote, in three ways. */
public final class JsonReaders {

    private static final ObjectReader READER = JsonMapper.shared().readerFor(Product.class);

    private JsonReaders() {}

    /** Lets Jackson make records. */
    public static Map<Long, Product> databind(Path file) throws IOException {
        Map<Long, Product> products = new HashMap<>();
        try (BufferedReader text = Files.newBufferedReader(file);
                MappingIterator<Product> lines = READER.readValues(text)) {
            while (lines.hasNextValue()) {
                Product product = lines.nextValue();
                products.put(product.id(), product);
            }
        }
        return products;
    }

    /** Takes Jackson's tokens. */
    public static Map<Long, Product> streaming(Path file) throws IOException {
        Map<Long, Product> products = new HashMap<>();
        try (JsonParser parser = JsonMapper.shared().createParser(file)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Product product = product(parser);
                products.put(product.id(), product);
            }
        }
        return products;
    }

    private static Product product(JsonParser parser) {
        long id = 0;
        String sku = "";
        String name = "";
        BigDecimal price = BigDecimal.ZERO;
        int stock = 0;
        String category = "";
        Instant updatedAt = Instant.EPOCH;
        int version = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> id = parser.getLongValue();
                case "sku" -> sku = parser.getString();
                case "name" -> name = parser.getString();
                case "price" -> price = parser.getDecimalValue();
                case "stock" -> stock = parser.getIntValue();
                case "category" -> category = parser.getString();
                case "updatedAt" -> updatedAt = Instant.parse(parser.getString());
                case "version" -> version = parser.getIntValue();
                default -> throw new IllegalArgumentException("'" + field + "' is no field of a product");
            }
        }
        return new Product(id, sku, name, price, stock, category, updatedAt, version);
    }

    /** Reads the bytes, which have the fields in one order, no blanks and nothing to unescape. */
    public static Map<Long, Product> byHand(Path file) throws IOException {
        Map<Long, Product> products = new HashMap<>();
        HandParser parser = new HandParser(Files.readAllBytes(file));
        while (parser.hasNext()) {
            Product product = parser.next();
            products.put(product.id(), product);
        }
        return products;
    }

    private static final class HandParser {

        private static final int SECONDS_IN_DAY = 86_400;

        private final byte[] bytes;
        private int at;

        HandParser(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasNext() {
            return at < bytes.length;
        }

        Product next() {
            toValue();
            long id = number();
            String sku = text();
            String name = text();
            toValue();
            BigDecimal price = decimal();
            toValue();
            int stock = (int) number();
            String category = text();
            Instant updatedAt = instant();
            toValue();
            int version = (int) number();
            while (bytes[at++] != '\n') {}
            return new Product(id, sku, name, price, stock, category, updatedAt, version);
        }

        private void toValue() {
            while (bytes[at++] != ':') {}
        }

        private long number() {
            long number = 0;
            for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                number = 10 * number + bytes[at] - '0';
            }
            return number;
        }

        private BigDecimal decimal() {
            long digits = number();
            if (bytes[at] != '.') {
                return BigDecimal.valueOf(digits);
            }
            int point = at++;
            for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                digits = 10 * digits + bytes[at] - '0';
            }
            return BigDecimal.valueOf(digits, at - point - 1);
        }

        private String text() {
            toValue();
            int start = ++at;
            while (bytes[at] != '"') {
                at++;
            }
            return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
        }

        private Instant instant() {
            toValue();
            at++;
            long day = epochDay((int) next(1), (int) next(1), (int) next(1));
            long second = next(1) * 3600 + next(1) * 60 + number();
            int nanos = 0;
            if (bytes[at] == '.') {
                int point = at++;
                nanos = (int) number();
                for (int digits = at - point - 1; digits < 9; digits++) {
                    nanos *= 10;
                }
            }
            return Instant.ofEpochSecond(day * SECONDS_IN_DAY + second, nanos);
        }

        /** Returns a number and passes over what is behind it. */
        private long next(int behind) {
            long number = number();
            at += behind;
            return number;
        }

        /** Counts days from March on, so that the day that some years have more is the last of a year. */
        private static long epochDay(int year, int month, int day) {
            long years = month > 2 ? year : year - 1L;
            long months = month > 2 ? month - 3L : month + 9L;
            return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719_469;
        }
    }
}
