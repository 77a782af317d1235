package org.stowage.conformance.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order by the clock: a transaction that had ended before another began comes before it. Of those that have ended only the last ones
 * are kept, those after which none has begun and ended; the others come before them, and so before whatever follows.
 */
final class RealTime {

    private RealTime() {}

    static void addTo(Dependencies dependencies, List<Observed> history) {
        List<Integer> byEnd = IntStream.range(0, history.size())
                .filter(i -> history.get(i).committed())
                .boxed()
                .sorted(Comparator.comparingLong(i -> history.get(i).ended()))
                .toList();
        List<Integer> byBegin = byEnd.stream()
                .sorted(Comparator.comparingLong(i -> history.get(i).begun()))
                .toList();
        List<Integer> lastEnded = new ArrayList<>();
        int ended = 0;
        for (int beginning : byBegin) {
            long now = history.get(beginning).begun();
            while (ended < byEnd.size() && history.get(byEnd.get(ended)).ended() < now) {
                int next = byEnd.get(ended++);
                long begun = history.get(next).begun();
                lastEnded.removeIf(earlier -> history.get(earlier).ended() < begun);
                lastEnded.add(next);
            }
            lastEnded.forEach(earlier -> dependencies.add(earlier, beginning, Dependencies.Kind.ENDED_BEFORE));
        }
    }
}
