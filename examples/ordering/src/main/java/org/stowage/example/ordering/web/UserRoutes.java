package org.stowage.example.ordering.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.data.exceptions.EntityExistsException;
import java.util.UUID;
import org.stowage.example.ordering.shopping.NotFoundException;
import org.stowage.example.ordering.shopping.NotPossibleException;
import org.stowage.example.ordering.shopping.Shopping;
import org.stowage.example.ordering.users.User;
import org.stowage.example.ordering.users.Users;

/** Users: to list, read and create; and whose carts are whose. */
record UserRoutes(Users users, Shopping shopping) {

    void addTo(RoutesConfig routes) {
        routes.get(
                "/v1/users",
                request -> request.json(users.byName(Parameters.page(request)).content()));
        routes.post("/v1/users", this::create);
        routes.get("/v1/users/{id}", this::read);
        routes.get("/v1/users/{id}/carts", this::carts);
    }

    private void create(Context request) {
        RequestBody body = RequestBody.of(request, "name", "email");
        User user = new User(UUID.randomUUID(), body.text("name"), body.text("email"));
        Answers.created(request, "/v1/users/" + user.id(), inserted(user));
    }

    private User inserted(User user) {
        try {
            return users.insert(user);
        } catch (EntityExistsException e) {
            // The id is new, so it is the e-mail address; whose it is concerns nobody.
            throw new NotPossibleException("there is a user with the e-mail address '" + user.email() + "' already");
        }
    }

    private void read(Context request) {
        UUID id = Parameters.uuidInPath(request, "id");
        request.json(users.findById(id).orElseThrow(() -> new NotFoundException("user", id)));
    }

    private void carts(Context request) {
        UUID id = Parameters.uuidInPath(request, "id");
        request.json(shopping.of(id).stream().map(Views.ShoppingCart::of).toList());
    }
}
