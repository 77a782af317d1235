package org.stowage.example.ordering.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The page for people, three files that are part of the application. */
final class Page {

    private Page() {}

    static void addTo(RoutesConfig routes) {
        routes.get("/", request -> send(request, "index.html", "text/html; charset=utf-8"));
        routes.get("/page.css", request -> send(request, "page.css", "text/css; charset=utf-8"));
        routes.get("/page.js", request -> send(request, "page.js", "text/javascript; charset=utf-8"));
    }

    private static void send(Context request, String file, String type) {
        try (InputStream content = Objects.requireNonNull(Page.class.getResourceAsStream(file), file)) {
            request.header(
                            "Content-Security-Policy",
                            "default-src 'self'; img-src data:; base-uri 'none'; form-action 'none'")
                    .header("Cache-Control", "no-cache")
                    .contentType(type)
                    .result(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
