package org.stowage.example.ordering;

import java.time.InstantSource;
import java.util.List;
import org.stowage.application.Application;
import org.stowage.application.ApplicationContext;
import org.stowage.application.ApplicationException;
import org.stowage.application.ApplicationOption;
import org.stowage.application.Domain;
import org.stowage.application.RunningApplication;
import org.stowage.example.ordering.sample.SampleData;
import org.stowage.example.ordering.web.WebServer;

/** The ordering system as a launcher finds it. */
public final class OrderingApplication implements Application {

    private static final ApplicationOption PORT =
            ApplicationOption.value("port", "NUMBER", "where to serve, 0 for any port that is free", "8080");
    private static final ApplicationOption SEED =
            ApplicationOption.flag("seed", "put four restaurants and three users in first, where they are missing");

    private static final int HIGHEST_PORT = 65_535;

    /** Creates it, for {@link java.util.ServiceLoader}. */
    public OrderingApplication() {}

    @Override
    public String name() {
        return "ordering";
    }

    @Override
    public String description() {
        return "restaurants, users and shopping carts, served over HTTP to this machine";
    }

    @Override
    public List<Domain> domains() {
        return Ordering.DOMAINS;
    }

    @Override
    public List<ApplicationOption> options() {
        return List.of(PORT, SEED);
    }

    @Override
    public RunningApplication start(ApplicationContext context) {
        int port = port(context.text(PORT).orElseThrow());
        Ordering ordering = new Ordering(context.stowage(), InstantSource.system());
        if (context.flag(SEED)) {
            SampleData.putInto(ordering);
        }
        return WebServer.start(ordering, port);
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new ApplicationException(
                    "option --port is '" + text + "' and must be a number from 0 to " + HIGHEST_PORT, null);
        }
        return Integer.parseInt(text);
    }
}
