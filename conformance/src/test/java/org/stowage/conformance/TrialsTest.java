package org.stowage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stowage.conformance.sequence.Failure;
import org.stowage.conformance.sequence.Trials;

/** Which seeds are tried, wherever they begin. */
class TrialsTest {

    private static final long COUNT = 20;

    private final Set<Long> tried = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -7, 0, 1L << 32, Long.MAX_VALUE - 7, Long.MAX_VALUE})
    void everySeedIsTriedUntilOneGoesWrong(long first) {
        assertThat(Trials.run(() -> new Noting(Set.of()), first, COUNT)).isEmpty();
        assertThat(tried).hasSize((int) COUNT).contains(first, first + 10, first + COUNT - 1);

        Optional<Failure> failure = Trials.run(() -> new Noting(Set.of(first + 9, first + 12)), first, COUNT);
        assertThat(failure).map(Failure::seed).contains(first + 9);
    }

    /** Goes wrong with some seeds. */
    private final class Noting implements Trials.Trial {

        private final Set<Long> wrong;

        Noting(Set<Long> wrong) {
            this.wrong = wrong;
        }

        @Override
        public Optional<Failure> failure(long seed) {
            tried.add(seed);
            return wrong.contains(seed) ? Optional.of(new Failure(seed, "wrong", "")) : Optional.empty();
        }

        @Override
        public void close() {}
    }
}
