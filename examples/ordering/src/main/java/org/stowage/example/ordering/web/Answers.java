package org.stowage.example.ordering.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import jakarta.data.exceptions.DataConnectionException;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stowage.example.ordering.shopping.NotFoundException;
import org.stowage.example.ordering.shopping.NotPossibleException;

/** Which answer each outcome gets. What went wrong is always {@code {"error": …}}, never a stack trace. */
final class Answers {

    private static final Logger LOG = System.getLogger(Answers.class.getName());

    /** Marks a request whose failure has been told, so that a 404 of ours is not taken for an unknown path. */
    private static final String ANSWERED = "answered";

    private Answers() {}

    static void created(Context request, String location, Object body) {
        request.status(HttpStatus.CREATED).header("Location", location).json(body);
    }

    static void addTo(RoutesConfig routes) {
        routes.exception(BadRequestException.class, (e, request) -> error(request, HttpStatus.BAD_REQUEST, e));
        routes.exception(IllegalArgumentException.class, (e, request) -> error(request, HttpStatus.BAD_REQUEST, e));
        routes.exception(NotFoundException.class, (e, request) -> error(request, HttpStatus.NOT_FOUND, e));
        routes.exception(NotPossibleException.class, (e, request) -> error(request, HttpStatus.CONFLICT, e));
        routes.exception(EntityExistsException.class, (e, request) -> error(request, HttpStatus.CONFLICT, e));
        routes.exception(
                OptimisticLockingFailureException.class, (e, request) -> error(request, HttpStatus.CONFLICT, e));
        routes.exception(
                DataConnectionException.class, (e, request) -> error(request, HttpStatus.SERVICE_UNAVAILABLE, e));
        routes.exception(HttpResponseException.class, Answers::http);
        routes.exception(Exception.class, Answers::unexpected);
        routes.error(404, Answers::unknownPath);
    }

    private static void error(Context request, HttpStatus status, Exception e) {
        request.attribute(ANSWERED, true);
        request.status(status).json(new Views.Failure(String.valueOf(e.getMessage())));
    }

    private static void http(HttpResponseException e, Context request) {
        request.status(e.getStatus()).json(new Views.Failure(String.valueOf(e.getMessage())));
    }

    private static void unexpected(Exception e, Context request) {
        LOG.log(Level.ERROR, request.method() + " " + request.path() + " failed", e);
        request.status(HttpStatus.INTERNAL_SERVER_ERROR)
                .json(new Views.Failure("the request failed inside the server; its log says more"));
    }

    private static void unknownPath(Context request) {
        if (request.attribute(ANSWERED) == null) {
            request.json(new Views.Failure("there is nothing at '" + Parameters.shortened(request.path()) + "'"));
        }
    }
}
