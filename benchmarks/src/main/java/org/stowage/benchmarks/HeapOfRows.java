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
        try {
            return (used() - before) / (double) rows;
        } finally {
            Reference.reachabilityFence(holder);
        }
    }

    private static Object hold(Holder holder, int rows) throws SQLException {
        return switch (holder) {
            case BARE_OBJECTS -> {
                List<Product> products = new ArrayList<>(rows);
                Catalogue.products(rows, PIECE, products::addAll);
                yield products;
            }
            case MAP -> filled(new HandIndexedMap(Indexes.CATEGORY), rows);
            case MEMORY -> filled(StowageContender.open("memory", Indexes.CATEGORY), rows);
        };
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
