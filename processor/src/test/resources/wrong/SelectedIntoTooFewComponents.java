package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface SelectedIntoTooFewComponents extends CrudRepository<Restaurant, UUID> {

    @Query("select name, city, seats")
    List<Pair> pairs(); // ! it returns Pair, and the query selects ['name' of type String, 'city' of type String, 'seats' of type Integer]; return that, or a record of as many components

    record Pair(String name, String city) {}
}
