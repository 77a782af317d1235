package org.stowage.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much of the heap a row takes. */
public final class HeapOfRows implements Probe {

    private static final int PIECE = 10_000;
    private static final int COLLECTIONS = 4;

    /** Makes a probe. */
    public HeapOfRows() {}

    /** Who holds rows. */
    public enum Holder {
        /** Nobody: the very records, in a list. */
        BARE_OBJECTS,
        /** The hash map that is indexed by hand. */
        MAP,
        /** A store of ours. */
        MEMORY
    }

    @Override
    public double measure(Map<String, String> parameters) throws Exception {
        int rows = Integer.parseInt(parameters.getOrDefault("rows", ""));
        long before = used();
        Object holder = hold(Holder.valueOf(parameters.getOrDefault("holder", "")), rows);
        double bytes = used() - before;
        Reference.reachabilityFence(holder);
        return bytes / rows;
    }

    private static Object hold(Holder holder, int rows) throws SQLException {
        switch (holder) {
            case BARE_OBJECTS -> {
                List<Product> products = new ArrayList<>(rows);
                Catalogue.products(rows, PIECE, products::addAll);
                return products;
            }
            case MAP -> {
                return filled(new HandIndexedMap(Indexes.CATEGORY), rows);
            }
            case MEMORY -> {
                return filled(StowageContender.open("memory", Indexes.CATEGORY), rows);
            }
        }
        throw new AssertionError(holder);
    }

    private static Contender filled(Contender contender, int rows) throws SQLException {
        Catalogue.products(rows, PIECE, contender::insertAll);
        return contender;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
