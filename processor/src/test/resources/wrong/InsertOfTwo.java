package shop;

import jakarta.data.repository.*;
import java.util.*;

@Repository
interface InsertOfTwo extends CrudRepository<Restaurant, UUID> {

    @Insert
    void add(Restaurant one, Restaurant other); // ! @Insert takes one parameter: an entity, or a list, an array or a stream of entities
}
