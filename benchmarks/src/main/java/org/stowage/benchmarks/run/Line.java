package org.stowage.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stowage.benchmarks.Entrant;

/**
 * One line of the table: a workload, and who does it.
 *
 * @param id such as {@code W3-sqlite}
 * @param title what is done
 * @param benchmark the class that does it
 * @param compared the parameter in which contenders differ
 * @param contenders its values; the first is the floor, and one that ends in {@code _AGAIN} is the floor's control
 * @param parameters all other parameters
 * @param clock which time counts
 * @param threads how many threads do it
 * @param javaOptions of the process
 * @param targets what is to be reached
 */
public record Line(
        String id,
        String title,
        String benchmark,
        String compared,
        List<String> contenders,
        Map<String, String> parameters,
        Clock clock,
        int threads,
        List<String> javaOptions,
        List<Target> targets) {

    private static final String ENTRANT = "entrant";
    private static final List<String> HEAP = List.of("-Xms256m", "-Xmx2g");

    /** Returns a line in which entrants are compared, without a target. */
    static Line of(String id, String title, Class<?> benchmark, Clock clock, Entrant... entrants) {
        List<String> contenders = new ArrayList<>();
        for (Entrant entrant : entrants) {
            contenders.add(entrant.name());
        }
        return new Line(
                id, title, benchmark.getName(), ENTRANT, List.copyOf(contenders), Map.of(), clock, 1, HEAP, List.of());
    }

    /** Returns the line with a parameter. */
    Line with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value.toString());
        return new Line(
                id, title, benchmark, compared, contenders, Map.copyOf(more), clock, threads, javaOptions, targets);
    }

    /** Returns the line with a target. */
    Line target(Entrant who, Entrant than, double atLeast) {
        List<Target> more = new ArrayList<>(targets);
        more.add(new Target(who.name(), than.name(), atLeast));
        return new Line(
                id, title, benchmark, compared, contenders, parameters, clock, threads, javaOptions, List.copyOf(more));
    }

    /** Returns the line with several threads. */
    Line threads(int count) {
        return new Line(id, title, benchmark, compared, contenders, parameters, clock, count, javaOptions, targets);
    }

    /** Returns the line with other options of Java. */
    Line java(String... options) {
        return new Line(
                id, title, benchmark, compared, contenders, parameters, clock, threads, List.of(options), targets);
    }

    /** Returns the line with the values of another parameter for contenders. */
    Line comparing(String parameter, List<String> values) {
        return new Line(id, title, benchmark, parameter, values, parameters, clock, threads, javaOptions, targets);
    }

    /** Returns what a contender is called in tables. */
    public String name(String contender) {
        return compared.equals(ENTRANT) ? Entrant.valueOf(contender).title() : contender + " " + compared;
    }

    /** Returns if a word chooses this line: its name, or a part of it, such as {@code W3} or {@code sqlite}. */
    boolean answersTo(String word) {
        return id.equalsIgnoreCase(word) || List.of(id.split("-", -1)).contains(word);
    }
}
