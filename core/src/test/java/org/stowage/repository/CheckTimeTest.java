package org.stowage.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.data.exceptions.MappingException;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stowage.CheckTime;
import org.stowage.Stowage;
import org.stowage.spi.error.BadConfigurationException;

class CheckTimeTest {

    interface HalfRight extends CrudRepository<Restaurant, Long> {

        @Find
        List<Restaurant> right(@By("city") String city);

        @Find
        List<Restaurant> wrong(@By("ctiy") String city);

        @Query("where name = :nam")
        List<Restaurant> alsoWrong(String name);
    }

    record Riddle(Thread answer) {}

    interface Riddles extends DataRepository<Restaurant, Long> {

        @Insert
        void add(Riddle riddle);

        @Find
        List<Restaurant> right(@By("city") String city);
    }

    @Test
    void tellsAMistakeWhenTheMethodIsCalledIfThatIsAskedFor() {
        try (Stowage stowage = Stowage.builder()
                .store("*", "memory")
                .checkRepositories(CheckTime.WHEN_CALLED)
                .open()) {
            HalfRight restaurants = stowage.repository(HalfRight.class);

            assertThat(restaurants.right("Oslo")).isEmpty();
            for (int call = 0; call < 2; call++) {
                assertThatThrownBy(() -> restaurants.wrong("Oslo"))
                        .isInstanceOf(MappingException.class)
                        .hasMessageContaining("HalfRight.wrong(String): unknown attribute 'ctiy'")
                        .hasMessageContaining("did you mean 'city'?")
                        .hasMessageNotContaining("alsoWrong");
            }
            assertThatThrownBy(() -> restaurants.alsoWrong("Bistro")).hasMessageContaining("unknown parameter ':nam'");
        }
    }

    @Test
    void tellsWhatIsWrongWithAnEntityWhenAMethodAboutItIsCalled() {
        try (Stowage stowage = Stowage.builder()
                .configuration(Map.of("store.*", "memory", "check-repositories", "when-called"), "the test")
                .open()) {
            Riddles riddles = stowage.repository(Riddles.class);

            assertThat(riddles.right("Oslo")).isEmpty();
            assertThatThrownBy(() -> riddles.add(new Riddle(Thread.currentThread())))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("Riddle");
        }
    }

    @Test
    void tellsAllMistakesAtOnceOtherwise() {
        try (Stowage stowage = Stowage.builder()
                .store("*", "memory")
                .environment(Map.of("STOWAGE_CHECK_REPOSITORIES", "when-created"))
                .open()) {
            assertThatThrownBy(() -> stowage.repository(HalfRight.class)).hasMessageContaining("for 2 reasons");
        }
    }

    @Test
    void refusesATimeThatItDoesNotKnow() {
        assertThatThrownBy(() -> Stowage.builder()
                        .configuration(Map.of("store.*", "memory", "check-repositories", "never"), "the test")
                        .open())
                .isInstanceOf(BadConfigurationException.class)
                .hasMessage("the test, key 'check-repositories': 'never' is no time for checking repositories:"
                        + " expected 'when-created' or 'when-called'");
    }
}
