package org.stowage.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * @param rounds how many at most
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
        int rounds,
        List<String> javaOptions,
        List<Target> targets) {

    /** Copies the lists and the parameters. */
    public Line {
        contenders = List.copyOf(contenders);
        parameters = Map.copyOf(parameters);
        javaOptions = List.copyOf(javaOptions);
        targets = List.copyOf(targets);
    }

    private static final String ROWS = "rows";
    private static final String ENTRANT = "entrant";
    private static final String AGAIN = "_AGAIN";
    private static final List<String> HEAP = List.of("-Xms256m", "-Xmx2g");

    /** Returns a line in which entrants are compared, without a target. */
    static Line of(String id, String title, Class<?> benchmark, Clock clock, Entrant... entrants) {
        List<String> contenders = new ArrayList<>();
        for (Entrant entrant : entrants) {
            contenders.add(entrant.name());
        }
        return new Line(
                id,
                title,
                benchmark.getName(),
                ENTRANT,
                List.copyOf(contenders),
                Map.of(),
                clock,
                1,
                Integer.MAX_VALUE,
                HEAP,
                List.of());
    }

    /** Returns the line with a parameter. */
    Line with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value.toString());
        return new Line(id, title, benchmark, compared, contenders, more, clock, threads, rounds, javaOptions, targets);
    }

    /** Returns the line with a target. */
    Line target(Enum<?> who, Enum<?> than, double atLeast) {
        return target(who.name(), than.name(), atLeast);
    }

    /** Returns the line with a target. */
    Line target(String who, String than, double atLeast) {
        List<Target> more = new ArrayList<>(targets);
        more.add(new Target(who, than, atLeast));
        return new Line(
                id, title, benchmark, compared, contenders, parameters, clock, threads, rounds, javaOptions, more);
    }

    /** Returns the line with several threads. */
    Line threads(int count) {
        return new Line(
                id, title, benchmark, compared, contenders, parameters, clock, count, rounds, javaOptions, targets);
    }

    /** Returns the line with fewer rounds. */
    Line rounds(int most) {
        return new Line(
                id, title, benchmark, compared, contenders, parameters, clock, threads, most, javaOptions, targets);
    }

    /** Returns the line with other options of Java. */
    Line java(String... options) {
        return new Line(
                id,
                title,
                benchmark,
                compared,
                contenders,
                parameters,
                clock,
                threads,
                rounds,
                List.of(options),
                targets);
    }

    /** Returns the line with the values of another parameter for contenders. */
    Line comparing(String parameter, List<String> values) {
        return new Line(
                id, title, benchmark, parameter, values, parameters, clock, threads, rounds, javaOptions, targets);
    }

    /** Returns the line with the constants of another parameter for contenders. */
    Line comparing(String parameter, Enum<?>... values) {
        return comparing(parameter, Stream.of(values).map(Enum::name).toList());
    }

    /** Returns the line without those contenders that have more rows than somebody wants. */
    Line upTo(int most) {
        return compared.equals(ROWS)
                ? comparing(
                        ROWS,
                        contenders.stream()
                                .filter(value -> Integer.parseInt(value) <= most)
                                .toList())
                : this;
    }

    /** Returns if this line shows how time grows with the rows. */
    public boolean grows() {
        return compared.equals(ROWS);
    }

    /** Returns if ours are compared with others, and with a floor that has a control. */
    public boolean isContest() {
        return compared.equals(ENTRANT)
                && !isOurs(contenders.getFirst())
                && contenders.stream().anyMatch(this::isControl);
    }

    /** Returns if somebody is another one once more, entered to see what the machine adds by itself. */
    public boolean isControl(String contender) {
        return contender.endsWith(AGAIN);
    }

    /** Returns what a contender is called in tables. */
    public String name(String contender) {
        return switch (compared) {
            case ENTRANT -> Entrant.valueOf(contender).title();
            case ROWS, "readers" -> String.format(Locale.ROOT, "%,d %s", Integer.parseInt(contender), compared);
            default -> contender.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** Returns if a contender is one of ours. */
    public boolean isOurs(String contender) {
        return switch (compared) {
            case ENTRANT -> Entrant.valueOf(contender).isOurs();
            case "reader", "holder" -> contender.equals("STOWAGE") || contender.equals("MEMORY");
            default -> !contender.startsWith("BARE");
        };
    }

    /** Returns if a word chooses this line. */
    boolean answersTo(String word) {
        return words().anyMatch(own -> own.equalsIgnoreCase(word));
    }

    /** Returns the words that choose this line: its name, and the parts of it, such as {@code W3} or {@code sqlite}. */
    Stream<String> words() {
        return Stream.concat(Stream.of(id), Stream.of(id.split("-", -1)));
    }
}
