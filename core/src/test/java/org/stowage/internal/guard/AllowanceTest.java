package org.stowage.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time goes by as each test says, and no assertion is about how long anything takes. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AllowanceTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().start(this::untilTheEnd);

    private void untilTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void endThread() throws InterruptedException {
        end.countDown();
        thread.join();
    }

    /** One during each wait of which as much time goes by as it is told. */
    private static final class Watched extends Allowance {

        private final Duration wait;
        private long looks;

        Watched(Duration whole, Duration wait) {
            super(whole);
            this.wait = wait;
        }

        @Override
        long now() {
            return looks++ * wait.toNanos();
        }

        long waits() {
            return looks / 2;
        }
    }

    @Test
    void countsTheTimeThatGoesBy() throws InterruptedException {
        Watched allowance = new Watched(Duration.ofMillis(30), Duration.ofMillis(10));

        assertThat(allowance.suffices(thread)).isFalse();
        assertThat(allowance.waits()).isEqualTo(3);
    }

    @Test
    void countsNextToNothingOfATimeInWhichTheMachineStandsStill() throws InterruptedException {
        Watched allowance = new Watched(Duration.ofMillis(100), Duration.ofHours(1));

        assertThat(allowance.suffices(thread)).isFalse();
        assertThat(allowance.waits()).isEqualTo(5);
    }

    @Test
    void isOneForAllThreadsThatShareIt() throws InterruptedException {
        Watched allowance = new Watched(Duration.ofMillis(30), Duration.ofMillis(10));
        allowance.suffices(thread);

        assertThat(allowance.suffices(Thread.currentThread())).isFalse();
        assertThat(allowance.waits()).isEqualTo(3);
    }

    @Test
    void goesOnWithWhatIsLeftAfterAnInterrupt() throws InterruptedException {
        Watched allowance = new Watched(Duration.ofMillis(30), Duration.ofMillis(10));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> allowance.suffices(thread)).isInstanceOf(InterruptedException.class);
        assertThat(allowance.waits()).isEqualTo(1);
        assertThat(allowance.suffices(thread)).isFalse();
        assertThat(allowance.waits()).isEqualTo(3);
    }

    @Test
    void needsNothingForAThreadThatHasEnded() throws InterruptedException {
        end.countDown();
        thread.join();

        assertThat(new Allowance(Duration.ZERO).suffices(thread)).isTrue();
    }

    @Test
    void lastsForEverIfItIsLongerThanCanBeCounted() throws InterruptedException {
        end.countDown();

        assertThat(new Allowance(ChronoUnit.FOREVER.getDuration()).suffices(thread))
                .isTrue();
    }
}
