package org.stowage.example.ordering.shopping;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.UUID;

/** All carts. */
@Repository
public interface Carts extends CrudRepository<Cart, UUID> {

    /** Returns a user's carts, the newest first. */
    @Find
    @OrderBy(value = "createdAt", descending = true)
    List<Cart> of(@By("userId") UUID user);
}
