package org.stowage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stowage.fixture.JarMaker;
import org.stowage.fixture.ListProvider;
import org.stowage.fixture.Warnings;
import org.stowage.spi.Access;
import org.stowage.spi.StoreConfig;
import org.stowage.spi.error.CancelledException;
import org.stowage.spi.error.ErrorContext;
import org.stowage.spi.error.StoreLockedException;
import org.stowage.spi.error.StoreTimeoutException;

/** What a provider may do to those who open its stores, and what it may not. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OpeningTest {

    private static final String HERE = JarMaker.locationOf(ListProvider.class).toString();

    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final CountDownLatch opening = new CountDownLatch(1);
    private final CountDownLatch enough = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private OpenStore open(Runnable inOpen, Map<String, String> options) {
        ListProvider provider = new ListProvider("list", operation -> {
            operations.add(operation);
            switch (operation) {
                case "open" -> inOpen.run();
                case "close" -> closed.countDown();
                default -> {}
            }
        });
        return OpenStore.open(provider, StoreConfig.of("main", null, true, provider, options));
    }

    /** Waits whatever is done to the thread, as a loop without an end does. */
    private void deafly() {
        boolean waiting = true;
        while (waiting) {
            try {
                enough.await();
                waiting = false;
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }

    private void patiently() {
        opening.countDown();
        try {
            enough.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(ErrorContext.none(), "interrupted", e);
        }
    }

    @Test
    void leavesAProviderBehindThatHangsAndClosesTheStoreThatComesTooLate() throws InterruptedException {
        int millis = 20;
        Throwable failure = overdue(millis);
        // On a busy machine it takes longer until the provider is where it hangs.
        while (!hangs(failure) && millis < 60_000) {
            millis *= 2;
            failure = overdue(millis);
        }

        assertThat(failure)
                .isInstanceOf(StoreTimeoutException.class)
                .hasMessage("provider 'list' in " + HERE + " has not opened store 'main' within " + millis
                        + "ms and was left behind;"
                        + " see what it waits for, or give it longer with option open-timeout");
        assertThat(((StoreTimeoutException) failure).store()).contains("main");
        assertThat(hangs(failure)).as("it shows where").isTrue();
        interrupted.await();
        assertThat(operations).doesNotContain("close");
        enough.countDown();
        closed.await();
    }

    private Throwable overdue(int millis) {
        return catchThrowable(() -> open(this::deafly, Map.of("open-timeout", millis + "ms")));
    }

    private static boolean hangs(Throwable failure) {
        return Stream.of(failure.getCause().getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("deafly"));
    }

    @Test
    void takesNoStoreThatComesOfAnOpeningThatWasCutShort() throws InterruptedException {
        Runnable giveUpWaiting = () -> {
            try {
                enough.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        };
        assertThatThrownBy(() -> open(giveUpWaiting, Map.of("open-timeout", "20ms")))
                .isInstanceOf(StoreTimeoutException.class);
        closed.await();
    }

    @Test
    void saysThatTheTimeIsUpAlsoIfTheProviderHearsTheInterrupt() {
        assertThatThrownBy(() -> open(this::patiently, Map.of("open-timeout", "20ms")))
                .isInstanceOf(StoreTimeoutException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void passesAnInterruptOnToTheProviderAndKeepsIt() throws InterruptedException {
        Thread caller = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            try {
                opening.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            caller.interrupt();
        });
        assertThatThrownBy(() -> open(this::patiently, Map.of())).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        caller.interrupt();
        assertThatThrownBy(() -> open(this::patiently, Map.of())).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        caller.interrupt();
        // One that the provider does not look at is no reason to stop.
        open(() -> {}, Map.of()).close();
        assertThat(Thread.interrupted()).isTrue();
        caller.interrupt();
        open(Thread::interrupted, Map.of()).close();
        assertThat(Thread.interrupted()).as("the provider took it for itself").isFalse();
    }

    @Test
    void givesTheProviderWhatAThreadInherits() {
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        tenant.set("anna");
        open(() -> operations.add(tenant.get()), Map.of()).close();
        assertThat(operations).contains("anna");
    }

    @Test
    void showsInAFailureWhoOpened() {
        assertThatThrownBy(() -> open(
                        () -> {
                            throw new StoreLockedException(ErrorContext.none(), "somebody has it");
                        },
                        Map.of()))
                .isInstanceOf(StoreLockedException.class)
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("showsInAFailureWhoOpened")));
    }

    @Test
    void opensOnTheThreadOfTheCallerIfItMayTakeForEver() {
        Thread[] opener = new Thread[1];
        open(() -> opener[0] = Thread.currentThread(), Map.of("open-timeout", "0s"))
                .close();
        assertThat(opener[0]).isSameAs(Thread.currentThread());
        open(() -> opener[0] = Thread.currentThread(), Map.of()).close();
        assertThat(opener[0]).isNotSameAs(Thread.currentThread());
        assertThat(opener[0].isDaemon()).isTrue();
        assertThat(opener[0].getName()).isEqualTo("stowage-main-open");
    }

    @Test
    void namesTheThreadsThatAProviderLeavesRunning() throws InterruptedException {
        ThreadFactory[] factory = new ThreadFactory[1];
        OpenStore store = open(
                () -> {
                    new Thread(this::deafly, "sweeper").start();
                    factory[0] = Executors.defaultThreadFactory();
                },
                Map.of());
        Thread later = factory[0].newThread(this::deafly);
        later.start();
        Thread ofTheApplication = new Thread(this::deafly, "application");
        ofTheApplication.start();
        try (Warnings warnings = new Warnings()) {
            store.branch().close();
            assertThat(warnings.messages()).isEmpty();
            store.close();
            assertThat(warnings.messages())
                    .containsExactly("store 'main' is closed, but provider 'list' in " + HERE
                            + " left 2 threads running that it had started: 'sweeper', '" + later.getName()
                            + "'; report that to its author, because what such a thread holds is never given back");
        } finally {
            enough.countDown();
            later.join();
            ofTheApplication.join();
        }
    }

    @Test
    void saysNothingOfThreadsThatEndInTime() {
        ExecutorService[] threads = new ExecutorService[1];
        try (Warnings warnings = new Warnings()) {
            OpenStore store = open(
                    () -> {
                        threads[0] = Executors.newSingleThreadExecutor();
                        threads[0].execute(() -> operations.add("swept"));
                    },
                    Map.of());
            store.begin(Access.READ_ONLY).close();
            Objects.requireNonNull(threads[0]).shutdown();
            store.close();
            assertThat(warnings.messages()).isEmpty();
        }
    }

    @Test
    void saysWhoseThreadEndedWithAnException() throws InterruptedException {
        Thread[] sweeper = new Thread[1];
        try (Warnings warnings = new Warnings()) {
            OpenStore store = open(
                    () -> {
                        sweeper[0] = new Thread(
                                () -> {
                                    throw new IllegalStateException("a bug");
                                },
                                "sweeper");
                        sweeper[0].start();
                    },
                    Map.of());
            sweeper[0].join();
            store.close();
            assertThat(warnings.messages())
                    .containsExactly("thread 'sweeper' of provider 'list' in " + HERE
                            + " ended with an exception that nobody caught");
        }
    }
}
