package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface UnusedQueryParameter extends CrudRepository<Restaurant, UUID> {

    @Query("where name = :name")
    List<Restaurant> named(String name, String other); // ! the query does not use parameter 'other'; use it, or leave it out
}
