package org.stowage.benchmarks.run;

import java.util.ArrayList;
import java.util.List;

/** One line of the plan: its contenders warm up a few at a time, and then measure in turn, alone on the machine. */
final class Race {

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final Line line;
    private final Settings settings;
    private final List<Competitor> competitors = new ArrayList<>();

    private Race(Line line, Settings settings) {
        this.line = line;
        this.settings = settings;
    }

    static List<Figure> run(Line line, Settings settings) {
        Race race = new Race(line, settings);
        try {
            race.start();
            for (int round = 0; round < settings.rounds(line); round++) {
                race.round(round);
            }
            return race.competitors.stream()
                    .map(competitor -> competitor.figure(line))
                    .toList();
        } finally {
            race.competitors.forEach(Competitor::close);
        }
    }

    private void start() {
        List<String> contenders = line.contenders();
        int processes = Math.max(1, AT_ONCE / line.threads());
        for (int first = 0; first < contenders.size(); first += processes) {
            List<Competitor> starting =
                    contenders.subList(first, Math.min(first + processes, contenders.size())).stream()
                            .map(contender -> Competitor.start(line, contender, settings))
                            .toList();
            competitors.addAll(starting);
            starting.forEach(Competitor::awaitReady);
        }
    }

    // Each round begins with another one, so that nobody always comes after the same.
    private void round(int round) {
        for (int i = 0; i < competitors.size(); i++) {
            competitors.get((i + round) % competitors.size()).takeTurn();
        }
    }
}
