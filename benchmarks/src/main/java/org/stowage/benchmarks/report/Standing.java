package org.stowage.benchmarks.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stowage.benchmarks.run.Figure;
import org.stowage.benchmarks.run.Line;
import org.stowage.benchmarks.run.Target;
import org.stowage.benchmarks.run.Turns;

/**
 * How the contenders of a line stand to each other. Machines get faster and slower within minutes, so two are compared in the same round
 * only, and what counts is the median of the rounds. How far the floor's control is away from the floor comes from the machine.
 */
public final class Standing {

    private final Line line;
    private final Map<String, Turns> turns = new HashMap<>();

    /** Returns the standing of those who did not fail. */
    public Standing(Line line, List<Figure> figures) {
        this.line = line;
        for (Figure figure : figures) {
            if (figure.turns() != null) {
                turns.put(figure.contender(), figure.turns());
            }
        }
    }

    /** Returns who is the floor. */
    public String floor() {
        return line.contenders().getFirst();
    }

    /** Returns the median of what somebody took for an operation, in seconds. */
    public OptionalDouble median(String contender) {
        return times(contender).map(Standing::median).orElse(OptionalDouble.empty());
    }

    /** Returns the times of somebody, shortest first. */
    public Optional<double[]> times(String contender) {
        return Optional.ofNullable(turns.get(contender)).map(own -> sorted(raw(own)));
    }

    /** Returns how much of the time of turns the compiler was at work. */
    public OptionalDouble compiling(String contender) {
        return Optional.ofNullable(turns.get(contender))
                .map(own -> median(sorted(array(own.compiling()))))
                .orElse(OptionalDouble.empty());
    }

    /** Returns how many times as fast as another somebody was, round by round; empty if one of them failed. */
    public double[] speeds(String contender, String than) {
        Turns own = turns.get(contender);
        Turns other = turns.get(than);
        if (own == null || other == null) {
            return new double[0];
        }
        double[] ownTimes = raw(own);
        double[] otherTimes = raw(other);
        double[] speeds = new double[Math.min(ownTimes.length, otherTimes.length)];
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] = otherTimes[i] / ownTimes[i];
        }
        return speeds;
    }

    /** Returns the median of these. */
    public OptionalDouble speed(String contender, String than) {
        return median(sorted(speeds(contender, than)));
    }

    /**
     * Returns how far the control was away from its floor, the farthest round but one in five left out, and at least as far as its median; empty without a
     * control.
     */
    public OptionalDouble spread() {
        double[] distances = line.contenders().stream()
                .filter(line::isControl)
                .flatMapToDouble(control -> Arrays.stream(speeds(control, floor())))
                .map(speed -> Math.abs(Math.log(speed)))
                .sorted()
                .toArray();
        return distances.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.expm1(distances[distances.length - 1 - distances.length / 5]));
    }

    /** Returns {@link #spread()}, or without a control how far somebody's rounds were away from their median. */
    public double noise(String contender) {
        double median = speed(contender, floor()).orElse(1);
        return spread().orElseGet(() -> Arrays.stream(speeds(contender, floor()))
                .map(speed -> Math.expm1(Math.abs(Math.log(speed / median))))
                .max()
                .orElse(0));
    }

    /** Returns if a target is met; empty if one of its two failed. */
    public Optional<Verdict> verdict(Target target) {
        OptionalDouble reached = speed(target.who(), target.than());
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        if (reached.getAsDouble() >= target.atLeast()) {
            return Optional.of(Verdict.MET);
        }
        if (reached.getAsDouble() * (1 + spread().orElse(0)) < target.atLeast()) {
            return Optional.of(Verdict.NOT_MET);
        }
        return Optional.of(target.atLeast() == 1 ? Verdict.LEVEL : Verdict.WITHIN_THE_SPREAD);
    }

    private double[] raw(Turns own) {
        return array(line.clock().times(own));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static OptionalDouble median(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }
}
