package org.stowage.example.ordering.restaurants;

import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Find;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Repository;
import java.util.UUID;

/** All restaurants. */
@Repository
public interface Restaurants extends CrudRepository<Restaurant, UUID> {

    /** Returns a page of them by name. */
    @Find
    @OrderBy(_Restaurant.NAME)
    Page<Restaurant> byName(PageRequest page);

    /** Returns a page of those in a city, by name. */
    @Find
    @OrderBy(_Restaurant.NAME)
    Page<Restaurant> inCity(@By(_Restaurant.CITY) String city, PageRequest page);
}
