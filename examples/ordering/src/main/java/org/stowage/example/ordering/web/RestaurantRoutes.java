package org.stowage.example.ordering.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.data.page.PageRequest;
import java.util.UUID;
import org.stowage.example.ordering.Texts;
import org.stowage.example.ordering.restaurants.Item;
import org.stowage.example.ordering.restaurants.Items;
import org.stowage.example.ordering.restaurants.Menu;
import org.stowage.example.ordering.restaurants.Menus;
import org.stowage.example.ordering.restaurants.Restaurant;
import org.stowage.example.ordering.restaurants.Restaurants;
import org.stowage.example.ordering.shopping.NotFoundException;

/** Restaurants, their menus and items: to list, read and create. */
record RestaurantRoutes(Restaurants restaurants, Menus menus, Items items) {

    void addTo(RoutesConfig routes) {
        routes.get("/v1/restaurants", this::listRestaurants);
        routes.post("/v1/restaurants", this::createRestaurant);
        routes.get("/v1/restaurants/{id}", request -> request.json(restaurant(request)));
        routes.get(
                "/v1/restaurants/{id}/menus",
                request -> request.json(menus.of(restaurant(request).id())));
        routes.post("/v1/restaurants/{id}/menus", this::createMenu);
        routes.get("/v1/menus/{id}", request -> request.json(menu(request)));
        routes.get(
                "/v1/menus/{id}/items",
                request -> request.json(items.on(menu(request).id())));
        routes.post("/v1/menus/{id}/items", this::createItem);
        routes.get("/v1/items/{id}", request -> request.json(item(request)));
    }

    private void listRestaurants(Context request) {
        PageRequest page = Parameters.page(request);
        String city = request.queryParam("city");
        if (city != null) {
            Texts.notBlank("city", city);
        }
        request.json((city == null ? restaurants.byName(page) : restaurants.inCity(city, page)).content());
    }

    private void createRestaurant(Context request) {
        RequestBody body = RequestBody.of(request, "name", "cuisine", "city");
        Restaurant created = restaurants.insert(
                new Restaurant(UUID.randomUUID(), body.text("name"), body.text("cuisine"), body.text("city")));
        Answers.created(request, "/v1/restaurants/" + created.id(), created);
    }

    private void createMenu(Context request) {
        RequestBody body = RequestBody.of(request, "name");
        Menu created =
                menus.insert(new Menu(UUID.randomUUID(), restaurant(request).id(), body.text("name")));
        Answers.created(request, "/v1/menus/" + created.id(), created);
    }

    private void createItem(Context request) {
        RequestBody body = RequestBody.of(request, "name", "description", "price");
        Item created = items.insert(new Item(
                UUID.randomUUID(),
                menu(request).id(),
                body.text("name"),
                body.optionalText("description"),
                body.amount("price")));
        Answers.created(request, "/v1/items/" + created.id(), created);
    }

    private Restaurant restaurant(Context request) {
        UUID id = Parameters.uuidInPath(request, "id");
        return restaurants.findById(id).orElseThrow(() -> new NotFoundException("restaurant", id));
    }

    private Menu menu(Context request) {
        UUID id = Parameters.uuidInPath(request, "id");
        return menus.findById(id).orElseThrow(() -> new NotFoundException("menu", id));
    }

    private Item item(Context request) {
        UUID id = Parameters.uuidInPath(request, "id");
        return items.findById(id).orElseThrow(() -> new NotFoundException("item", id));
    }
}
