package org.stowage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stowage.application.ApplicationContext;
import org.stowage.launcher.Launched.Result;

class RunTest {

    @TempDir
    private Path folder;

    private Launched launched;

    @BeforeEach
    void starts() {
        launched = new Launched(folder);
        NotesApplication.STARTED.set(null);
        NotesApplication.ENDED.set(false);
    }

    /** Runs until the application is ready, and then tells the launcher to stop, as Ctrl-C does. */
    private Result runAndStop(String... arguments) {
        Thread.currentThread().interrupt();
        try {
            return launched.run(arguments);
        } finally {
            Thread.interrupted();
        }
    }

    private static ApplicationContext started() {
        return Objects.requireNonNull(NotesApplication.STARTED.get());
    }

    @Test
    void saysWhereItRunsAndWhereEachDomainLivesAndEndsWhenItIsTold() {
        Result result = runAndStop("run", "notes", "--provider", "memory");
        assertThat(result.status()).isZero();
        assertThat(result.output()).isEqualTo("""
                        notes is running at http://localhost:1/
                          notes: memory
                          authors: memory
                        Press Ctrl-C to stop.
                        notes is stopping
                        """);
        assertThat(NotesApplication.ENDED.get()).isTrue();
    }

    @Test
    void givesADomainAStoreOfItsOwn() {
        Path authors = folder.resolve("authors");
        Result result = runAndStop("run", "notes", "--provider", "memory", "--store", "authors=json-file:" + authors);
        assertThat(result.output()).contains("  notes: memory\n").contains("  authors: json-file at " + authors + "\n");
    }

    @Test
    void opensNoStoreForWhatIsNotLeftOver() {
        Result result = runAndStop("run", "notes", "--store", "authors=memory", "--store", "notes=memory");
        assertThat(result.status()).isZero();
        assertThat(folder.resolve("default.db")).doesNotExist();
    }

    @Test
    void throwsAwayWhatIsWrittenOnAnOverlay() {
        launched.done("import", launched.file("a.csv", "id\n1\n"), "--into", "old", "--key", "id");

        Result result = runAndStop("run", "notes", "--overlay");

        assertThat(result.output()).contains("notes is stopping\nwhat was written is thrown away:\n  ");
        assertThat(launched.done("schema")).contains("old").doesNotContain("Note");
    }

    @Test
    void handsTheOptionsToTheApplication() {
        runAndStop("run", "--provider", "memory", "notes", "--start", "7", "--loud");
        assertThat(started().options()).containsEntry("start", "7").containsEntry("loud", "true");
        runAndStop("run", "notes", "--provider", "memory");
        assertThat(started().options()).isEmpty();
    }

    @Test
    void showsTheOptionsOfTheApplication() {
        assertThat(launched.done("run", "notes", "--help"))
                .contains("--start=NUMBER")
                .contains("the number of the first note (1)")
                .contains("--store=DOMAIN=NAME:LOCATION");
        assertThat(launched.done("run", "--help")).contains("notes  Keeps notes");
        assertThat(launched.done("applications")).contains("notes").contains("notes, authors");
    }

    @Test
    void saysWhatKeepsTheApplicationFromStarting() {
        Result result = launched.run("run", "notes", "--provider", "memory", "--start", "none");
        assertThat(result.errors()).isEqualTo("stowage: the first note cannot be 'none'; give a number\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void refusesADomainThatTheApplicationDoesNotHave() {
        Result result = launched.run("run", "notes", "--store", "author=memory");
        assertThat(result.errors())
                .isEqualTo("stowage: the application has no domain 'author'; did you mean 'authors'?\n");
        assertThat(result.status()).isEqualTo(2);
    }
}
