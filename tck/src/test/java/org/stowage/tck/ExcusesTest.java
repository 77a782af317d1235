package org.stowage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An excuse must not go unnoticed, wherever it comes from. */
class ExcusesTest {

    /** What can be asked of a repository. */
    public interface Numbers {

        /** Returns how many there are. */
        long count();

        /** Returns all of them. */
        Stream<Integer> all();
    }

    private static final class Lazy implements Numbers {
        @Override
        public long count() {
            throw new UnsupportedOperationException("cannot count");
        }

        @Override
        public Stream<Integer> all() {
            return Stream.of(1, 2).peek(number -> {
                throw new UnsupportedOperationException("cannot give " + number);
            });
        }
    }

    private final Excuses excuses = new Excuses();
    private final Numbers numbers = excuses.watched(Numbers.class, new Lazy());

    @Test
    void areNoticedInACall() {
        assertThatThrownBy(numbers::count).hasMessage("cannot count");

        assertThat(excuses.taken()).extracting(Throwable::getMessage).containsExactly("cannot count");
        assertThat(excuses.taken()).isEmpty();
    }

    @Test
    void areNoticedWhenAResultIsRead() {
        Stream<Integer> doubled = numbers.all().map(number -> 2 * number);
        assertThat(excuses.taken()).isEmpty();

        assertThatThrownBy(doubled::toList).hasMessage("cannot give 1");

        assertThat(excuses.taken()).hasSize(1);
    }
}
