package org.stowage.conformance.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which transaction must come before which, as a graph. */
final class Dependencies {

    /** Why one comes before another. */
    enum Kind {
        OVERWRITES("wrote before (write-write)"),
        READS("wrote what is read by (write-read)"),
        IS_READ_BEFORE("read before it was changed by (read-write)"),
        ENDED_BEFORE("had ended before the beginning of (real time)");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    record Edge(int from, int to, Kind kind) {}

    private final List<List<Edge>> from;

    /** Creates the graph of so many transactions, numbered from 0. */
    Dependencies(int transactions) {
        from = new ArrayList<>(transactions);
        for (int i = 0; i < transactions; i++) {
            from.add(new ArrayList<>());
        }
    }

    void add(int first, int second, Kind kind) {
        from.get(first).add(new Edge(first, second, kind));
    }

    /** Returns the edges of a shortest cycle, if there is any. */
    Optional<List<Edge>> shortestCycle() {
        boolean[] suspects = onCycles();
        List<Edge> shortest = null;
        for (int i = 0; i < suspects.length; i++) {
            if (suspects[i]) {
                List<Edge> cycle = cycleThrough(i, suspects);
                if (cycle != null && (shortest == null || cycle.size() < shortest.size())) {
                    shortest = cycle;
                }
            }
        }
        return Optional.ofNullable(shortest);
    }

    /** Returns which transactions are left when all are taken away that nothing comes before, or nothing after, again and again. */
    private boolean[] onCycles() {
        int size = from.size();
        int[] before = new int[size];
        from.forEach(edges -> edges.forEach(edge -> before[edge.to()]++));
        boolean[] left = new boolean[size];
        Arrays.fill(left, true);
        Deque<Integer> free = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            if (before[i] == 0) {
                free.add(i);
            }
        }
        while (!free.isEmpty()) {
            int next = free.remove();
            left[next] = false;
            for (Edge edge : from.get(next)) {
                if (--before[edge.to()] == 0) {
                    free.add(edge.to());
                }
            }
        }
        return left;
    }

    private @Nullable List<Edge> cycleThrough(int start, boolean[] suspects) {
        @Nullable Edge[] reachedBy = new @Nullable Edge[from.size()];
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            int current = next.remove();
            for (Edge edge : from.get(current)) {
                if (edge.to() == start) {
                    reachedBy[start] = edge;
                    return pathTo(start, reachedBy);
                }
                if (suspects[edge.to()] && reachedBy[edge.to()] == null) {
                    reachedBy[edge.to()] = edge;
                    next.add(edge.to());
                }
            }
        }
        return null;
    }

    private static List<Edge> pathTo(int start, @Nullable Edge[] reachedBy) {
        List<Edge> path = new ArrayList<>();
        int at = start;
        do {
            Edge edge = Objects.requireNonNull(reachedBy[at]);
            path.add(edge);
            at = edge.from();
        } while (at != start);
        Collections.reverse(path);
        return path;
    }
}
