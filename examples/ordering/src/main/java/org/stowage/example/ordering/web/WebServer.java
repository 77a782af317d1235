package org.stowage.example.ordering.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.stowage.application.ApplicationException;
import org.stowage.application.Domain;
import org.stowage.application.RunningApplication;
import org.stowage.example.ordering.Ordering;
import org.stowage.store.OpenStore;

/** The ordering system as it is served to this machine. */
public final class WebServer implements RunningApplication {

    private static final String HOST = "localhost";
    private static final long LARGEST_BODY = 100_000;

    /** What the server says of itself is not what its user wants to read. Kept, because a logger nobody holds is forgotten with its level. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param ordering what is served
     * @param port where; 0 for any that is free
     * @throws ApplicationException if the port is in use
     */
    public static WebServer start(Ordering ordering, int port) {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        Javalin server = Javalin.create(config -> configure(config, ordering));
        try {
            return new WebServer(server.start(HOST, port));
        } catch (RuntimeException e) {
            server.stop();
            throw new ApplicationException(
                    "cannot serve at port '" + port + "': " + reason(e) + "; choose another with --port", e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void configure(JavalinConfig config, Ordering ordering) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.jsonMapper(new Json());
        Answers.addTo(config.routes);
        Page.addTo(config.routes);
        new RestaurantRoutes(ordering.restaurants(), ordering.menus(), ordering.items()).addTo(config.routes);
        new UserRoutes(ordering.users(), ordering.shopping()).addTo(config.routes);
        new CartRoutes(ordering.shopping()).addTo(config.routes);
        List<Views.DomainStore> stores = ordering.domains().stream()
                .map(domain -> view(ordering, domain))
                .toList();
        config.routes.get("/v1/stores", request -> request.json(stores));
    }

    private static Views.DomainStore view(Ordering ordering, Domain domain) {
        OpenStore store = ordering.storeOf(domain);
        return new Views.DomainStore(domain.name(), store.provider().name(), store.location());
    }

    @Override
    public Optional<URI> address() {
        return Optional.of(URI.create("http://" + HOST + ":" + server.port() + "/"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
