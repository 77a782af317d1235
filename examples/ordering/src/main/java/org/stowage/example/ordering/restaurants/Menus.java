package org.stowage.example.ordering.restaurants;

import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.UUID;

/** All menus. */
@Repository
public interface Menus extends CrudRepository<Menu, UUID> {

    /** Returns a restaurant's menus by name. */
    @Find
    @OrderBy(_Menu.NAME)
    List<Menu> of(@By("restaurantId") UUID restaurant);
}
