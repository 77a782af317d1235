package org.stowage.conformance.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stowage.conformance.history.Observed.Append;
import org.stowage.conformance.history.Observed.Operation;
import org.stowage.conformance.history.Observed.Read;

/**
 * Says what of a history no strictly serializable execution explains: values that nobody may see, lists that contradict each other, and
 * cycles among the transactions. Memory grows with the history, so long runs are checked in pieces.
 */
public final class HistoryCheck {

    private final List<Observed> history;
    private final Map<Integer, List<Long>> last;
    private final Map<Long, Integer> writers = new HashMap<>();
    private final List<String> anomalies = new ArrayList<>();
    private final Dependencies dependencies;

    private HistoryCheck(List<Observed> history, Map<Integer, List<Long>> last) {
        this.history = history;
        this.last = new TreeMap<>(last);
        this.dependencies = new Dependencies(history.size());
    }

    /**
     * Returns what is wrong with a history; empty if nothing is.
     *
     * @param history the transactions, in any order
     * @param last what each list held at the end, when nobody wrote any more
     */
    public static List<String> anomalies(List<Observed> history, Map<Integer, List<Long>> last) {
        return new HistoryCheck(history, last).run();
    }

    private List<String> run() {
        noteWriters();
        for (int reader = 0; reader < history.size(); reader++) {
            checkReads(reader);
        }
        checkThatAllIsThere();
        orderWriters();
        RealTime.addTo(dependencies, history);
        dependencies.shortestCycle().ifPresent(cycle -> anomalies.add("a cycle:\n" + describe(cycle)));
        return anomalies;
    }

    private void noteWriters() {
        for (int i = 0; i < history.size(); i++) {
            for (Operation operation : history.get(i).operations()) {
                if (operation instanceof Append append) {
                    writers.put(append.value(), i);
                }
            }
        }
    }

    /** A transaction that committed has read a beginning of the list as it was at the end, after its own appends. */
    private void checkReads(int reader) {
        Map<Integer, List<Long>> own = new HashMap<>();
        for (Operation operation : history.get(reader).operations()) {
            switch (operation) {
                case Append append ->
                    own.computeIfAbsent(append.list(), list -> new ArrayList<>())
                            .add(append.value());
                case Read read -> checkRead(reader, read, own.getOrDefault(read.list(), List.of()));
            }
        }
    }

    private void checkRead(int reader, Read read, List<Long> own) {
        List<Long> values = read.values();
        int before = values.size() - own.size();
        if (before < 0 || !values.subList(before, values.size()).equals(own)) {
            anomalies.add(name(reader) + " does not see its own appends " + own + " in " + read);
            return;
        }
        List<Long> others = values.subList(0, before);
        for (long value : others) {
            Integer writer = writers.get(value);
            if (writer == null || !history.get(writer).committed()) {
                anomalies.add(name(reader) + " reads " + value + ", which nobody has committed, in " + read);
                return;
            }
        }
        List<Long> whole = last.getOrDefault(read.list(), List.of());
        if (before > whole.size() || !whole.subList(0, before).equals(others)) {
            if (history.get(reader).committed()) {
                anomalies.add(name(reader) + " reads what the list never was: " + read + " of " + whole);
            }
            return;
        }
        if (before > 0 && before < whole.size() && sameWriter(whole.get(before - 1), whole.get(before))) {
            anomalies.add(name(reader) + " reads half of what a transaction appended: " + read + " of " + whole);
        }
        if (history.get(reader).committed()) {
            dependOnRead(reader, whole, before);
        }
    }

    private boolean sameWriter(long left, long right) {
        return writers.getOrDefault(left, -1).equals(writers.get(right));
    }

    /** Who reads comes after the writer of the last value that it saw, and before the writer of the next. */
    private void dependOnRead(int reader, List<Long> whole, int seen) {
        if (seen > 0) {
            add(writers.get(whole.get(seen - 1)), reader, Dependencies.Kind.READS);
        }
        if (seen < whole.size()) {
            add(reader, writers.get(whole.get(seen)), Dependencies.Kind.IS_READ_BEFORE);
        }
    }

    private void checkThatAllIsThere() {
        Map<Long, Integer> found = new HashMap<>();
        last.values().forEach(values -> values.forEach(value -> found.merge(value, 1, Integer::sum)));
        writers.forEach((value, writer) -> {
            int times = found.getOrDefault(value, 0);
            if (times != (history.get(writer).committed() ? 1 : 0)) {
                anomalies.add(value + " of " + name(writer) + " is there " + times + " times at the end");
            }
        });
    }

    private void orderWriters() {
        for (List<Long> values : last.values()) {
            for (int i = 1; i < values.size(); i++) {
                add(writers.get(values.get(i - 1)), writers.get(values.get(i)), Dependencies.Kind.OVERWRITES);
            }
        }
    }

    private void add(@Nullable Integer from, @Nullable Integer to, Dependencies.Kind kind) {
        // One that is unknown is an anomaly of its own.
        if (from != null && to != null && !from.equals(to)) {
            dependencies.add(from, to, kind);
        }
    }

    private String describe(List<Dependencies.Edge> cycle) {
        StringBuilder text = new StringBuilder();
        for (Dependencies.Edge edge : cycle) {
            text.append("    ")
                    .append(name(edge.from()))
                    .append(' ')
                    .append(edge.kind().words())
                    .append('\n')
                    .append("        ")
                    .append(name(edge.to()))
                    .append('\n');
        }
        return text.toString();
    }

    private String name(int transaction) {
        Observed observed = history.get(transaction);
        return "T" + transaction + (observed.committed() ? "" : " (" + observed.end() + ")") + " from "
                + observed.begun() + " to " + observed.ended() + " " + observed.operations();
    }
}
