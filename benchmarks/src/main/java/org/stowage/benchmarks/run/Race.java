package org.stowage.benchmarks.run;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One line of the plan: its contenders warm up a few at a time, and then measure in turn, alone on the machine. */
final class Race {

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Line line;
    private final int rounds;
    private final List<Competitor> competitors;

    private Race(Line line, Settings settings) {
        this.line = line;
        this.rounds = settings.rounds(line);
        this.competitors = line.contenders().stream()
                .map(contender -> new Competitor(line, contender, settings))
                .toList();
    }

    static List<Figure> run(Line line, Settings settings) {
        Race race = new Race(line, settings);
        try {
            race.warmUp();
            for (int round = 0; round < race.rounds; round++) {
                race.round(round);
            }
            return race.competitors.stream().map(Competitor::figure).toList();
        } finally {
            race.competitors.forEach(Competitor::close);
        }
    }

    private void warmUp() {
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, AT_ONCE / line.threads()))) {
            competitors.forEach(competitor -> threads.execute(competitor::warmUp));
        }
    }

    // Each round begins with another one, so that nobody always comes after the same.
    private void round(int round) {
        for (int i = 0; i < competitors.size(); i++) {
            competitors.get((i + round) % competitors.size()).takeTurn();
        }
    }
}
