package org.stowage.example.ordering.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import org.stowage.example.ordering.shopping.Cart;
import org.stowage.example.ordering.shopping.Shopping;

/** Carts: to open, read, fill and check out. */
record CartRoutes(Shopping shopping) {

    void addTo(RoutesConfig routes) {
        routes.post("/v1/carts", this::open);
        routes.get("/v1/carts/{uuid}", request -> show(request, shopping.load(cart(request))));
        routes.post("/v1/carts/{uuid}/items", this::add);
        routes.delete("/v1/carts/{uuid}/items/{item_id}", this::remove);
        routes.post("/v1/carts/{uuid}/checkout", request -> show(request, shopping.checkOut(cart(request))));
    }

    private void open(Context request) {
        RequestBody body = RequestBody.of(request, "restaurant_id", "user_id");
        Cart cart = shopping.open(body.uuid("restaurant_id"), body.uuid("user_id"));
        Answers.created(request, "/v1/carts/" + cart.id(), Views.ShoppingCart.of(cart));
    }

    private void add(Context request) {
        UUID cart = cart(request);
        RequestBody body = RequestBody.of(request, "item_id", "quantity");
        show(request, shopping.add(cart, body.uuid("item_id"), body.count("quantity")));
    }

    private void remove(Context request) {
        show(request, shopping.remove(cart(request), Parameters.uuidInPath(request, "item_id")));
    }

    private static UUID cart(Context request) {
        return Parameters.uuidInPath(request, "uuid");
    }

    private static void show(Context request, Cart cart) {
        request.json(Views.ShoppingCart.of(cart));
    }
}
