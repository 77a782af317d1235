package org.stowage.example.ordering.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stowage.example.ordering.shopping.Cart;
import org.stowage.example.ordering.shopping.CartLine;

/** What is shown of domain records where that differs from what they hold. */
final class Views {

    private Views() {}

    record Failure(String error) {}

    record Line(UUID itemId, String name, BigDecimal price, int quantity, BigDecimal total) {
        static Line of(CartLine line) {
            return new Line(line.itemId(), line.name(), line.price(), line.quantity(), line.total());
        }
    }

    record ShoppingCart(
            UUID uuid,
            UUID restaurantId,
            UUID userId,
            String status,
            List<Line> items,
            BigDecimal total,
            Instant createdAt) {
        static ShoppingCart of(Cart cart) {
            return new ShoppingCart(
                    cart.id(),
                    cart.restaurantId(),
                    cart.userId(),
                    cart.status().name(),
                    cart.lines().stream().map(Line::of).toList(),
                    cart.total(),
                    cart.createdAt());
        }
    }

    record DomainStore(String domain, String provider, String location) {}
}
