package org.stowage.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** The products that every contender gets: the same at each run. */
public final class Catalogue {

    /** By price, then by key. */
    public static final Comparator<Product> BY_PRICE =
            Comparator.comparing(Product::price).thenComparingLong(Product::id);

    private static final long SEED = 20260101;
    private static final int CATEGORIES = 100;
    private static final int DEAREST_CENTS = 100_000;
    private static final int LARGEST_STOCK = 1_000_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MICROS_APART = 61_000_007;

    // Odd, and so without a factor in common with the power of two that it is taken modulo of: no number comes twice.
    private static final long SKU_STEP = 2_654_435_761L;
    private static final long SKU_MASK = (1L << 32) - 1;

    private static final int PIECE = 100_000;

    private Catalogue() {}

    /** Returns products with the keys from 1 to a number, in the order of the keys. */
    static List<Product> products(int count) {
        List<Product> products = new ArrayList<>(count);
        products(count, count, products::addAll);
        return products;
    }

    /** Hands over the same in pieces, so that more can be made than memory holds. */
    static <E extends Exception> void products(int count, Reader<E> reader) throws E {
        products(count, PIECE, reader);
    }

    /** Hands over the same in pieces of a size. */
    static <E extends Exception> void products(int count, int piece, Reader<E> reader) throws E {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int first = 1; first <= count; first += piece) {
            List<Product> products = new ArrayList<>(piece);
            for (int id = first; id < first + piece && id <= count; id++) {
                products.add(product(id, random));
            }
            reader.read(products);
        }
    }

    /** Takes a piece of the catalogue. */
    interface Reader<E extends Exception> {
        void read(List<Product> piece) throws E;
    }

    private static Product product(int id, SplittableRandom random) {
        // Unique texts come in no order, as they do in life.
        String number = Long.toString((id * SKU_STEP) & SKU_MASK, Character.MAX_RADIX);
        return new Product(
                id,
                "sku-" + number,
                "Product " + number + " of the spring collection",
                BigDecimal.valueOf(random.nextLong(DEAREST_CENTS), 2),
                random.nextInt(LARGEST_STOCK),
                category(random),
                START.plusNanos(1_000L * MICROS_APART * id),
                0);
    }

    private static String category(SplittableRandom random) {
        return "category-" + random.nextInt(CATEGORIES);
    }

    /** Returns keys of a catalogue of the given size, at random. */
    static long[] keys(int count, int size) {
        return new SplittableRandom(SEED).longs(count, 1, size + 1L).toArray();
    }

    /** Returns prices that leave room above them, at random. */
    static BigDecimal[] prices(int count, BigDecimal room) {
        long highest = DEAREST_CENTS - room.movePointRight(2).longValueExact();
        return new SplittableRandom(SEED)
                .longs(count, 0, highest)
                .mapToObj(cents -> BigDecimal.valueOf(cents, 2))
                .toArray(BigDecimal[]::new);
    }

    /** Returns the names of categories, at random; a small catalogue may have nothing in some of them. */
    static String[] categories(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        String[] categories = new String[count];
        for (int i = 0; i < count; i++) {
            categories[i] = category(random);
        }
        return categories;
    }
}
