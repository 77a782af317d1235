package org.stowage.launcher;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.stowage.application.Application;
import org.stowage.application.ApplicationContext;
import org.stowage.application.ApplicationException;
import org.stowage.application.ApplicationOption;
import org.stowage.application.Domain;
import org.stowage.application.RunningApplication;

/** An application that keeps notes and authors, and remembers how it was started and ended. */
public final class NotesApplication implements Application {

    static final AtomicReference<@Nullable ApplicationContext> STARTED = new AtomicReference<>();
    static final AtomicReference<Boolean> ENDED = new AtomicReference<>(false);

    private static final ApplicationOption START =
            ApplicationOption.value("start", "NUMBER", "the number of the first note", "1");
    private static final ApplicationOption LOUD = ApplicationOption.flag("loud", "say it louder");

    /** A note. */
    public record Note(long id, String text) {}

    /** Who wrote it. */
    public record Author(long id, String name) {}

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String description() {
        return "Keeps notes";
    }

    @Override
    public List<Domain> domains() {
        return List.of(new Domain("notes", List.of(Note.class)), new Domain("authors", List.of(Author.class)));
    }

    @Override
    public List<ApplicationOption> options() {
        return List.of(START, LOUD);
    }

    @Override
    public RunningApplication start(ApplicationContext context) {
        if (context.text(START).orElseThrow().equals("none")) {
            throw new ApplicationException("the first note cannot be 'none'; give a number", null);
        }
        STARTED.set(context);
        ENDED.set(false);
        return new RunningApplication() {
            @Override
            public Optional<URI> address() {
                return Optional.of(URI.create("http://localhost:1/"));
            }

            @Override
            public void close() {
                ENDED.set(true);
            }
        };
    }
}
