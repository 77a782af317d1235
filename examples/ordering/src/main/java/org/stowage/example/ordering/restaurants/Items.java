package org.stowage.example.ordering.restaurants;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.UUID;

/** All items. */
@Repository
public interface Items extends CrudRepository<Item, UUID> {

    /** Returns a menu's items by name. */
    @Find
    @OrderBy(_Item.NAME)
    List<Item> on(@By("menuId") UUID menu);
}
